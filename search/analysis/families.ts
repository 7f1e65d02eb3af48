import { oneLetter, stem } from './stem.ts'

/** Families whose members are different questions here: a flat (`abitazione`) is not living (`abitare`). */
const apart = new Set(['abit', 'coabit', 'st', 'comunic', 'part', 'or', 'condi', 'posi'])

/**
 * The other member of a verb's family as a token: `valutazione` for `valutare` and back, `accompagnamento` for
 * `accompagnare` and back. Texts are also found by these, below everything else. A form nobody uses does no harm,
 * nobody asks for it.
 */
export function relatives(word: string, token: string): string[] {
  const agent = /^(.{3,})ator$/.exec(token)
  if (agent?.[1]) return [`${agent[1]}azion`]
  const noun = /^(.{4,}?)(?:az?zion|izion|ament|iment)$/.exec(token)
  if (noun?.[1]) return apart.has(noun[1]) ? [] : [noun[1], ...(token.endsWith('azion') ? [`${noun[1]}ator`] : [])]
  const verb = /^(.{4,})(?:are|ire|ere|ando|endo)$/.exec(word)
  if (!verb?.[1] || apart.has(verb[1])) return []
  const [root, i] = [verb[1], /(?:ire|ere|endo)$/.test(word)]
  return (i ? [`${root}iment`, `${root}izion`] : [`${root}azion`, `${root}ament`]).map(oneLetter)
}

/** What the infinitive comes to of a verb in the third person plural: `vivono` is `vivere`, `ospitano` is `ospitare`. */
export function infinitives(word: string): string[] {
  const plural = /^(.*[bcdfglmnprstvz]i?)(ano|ono)$/.exec(word)
  const root = plural?.[1]
  if (!root || root.length < 3) return []
  const endings = plural[2] === 'ano' ? ['are'] : ['ere', 'ire']
  return [...new Set(endings.map((ending) => stem(root + ending)))]
}

/** Where somebody is from, as the beginnings of that place's name: `torinese` begins like Torino, `grossetana` like Grosseto. */
export function demonymRoot(word: string): string | null {
  const found = /^(.{4,}?)(?:ens|es|in|an|igian)[aeio]$/.exec(word)
  return found?.[1] ?? null
}
