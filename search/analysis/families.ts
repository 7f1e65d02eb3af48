/** Families whose members are different questions here: a flat (`abitazione`) is not living (`abitare`). */
const apart = new Set(['abit', 'coabit', 'st', 'comunic', 'part', 'or', 'condi', 'posi'])

/**
 * The other member of a verb's family as a token: `valutazione` for `valutare` and back, `accompagnamento` for
 * `accompagnare` and back. Texts are also found by these, below everything else. A form nobody uses does no harm,
 * nobody asks for it.
 */
export function relatives(word: string, token: string): string[] {
  const noun = /^(.{4,}?)(?:az?zion|izion|ament|iment)$/.exec(token)
  if (noun?.[1]) return apart.has(noun[1]) ? [] : [noun[1]]
  const verb = /^(.{4,})(?:are|ire|ere|ando|endo)$/.exec(word)
  if (!verb?.[1] || apart.has(verb[1])) return []
  const [root, i] = [verb[1], /(?:ire|ere|endo)$/.test(word)]
  return i ? [`${root}iment`, `${root}izion`] : [`${root}azion`, `${root}ament`]
}
