const small = new Set('di del dello della dei degli delle da e ed in per the of and for to'.split(' '))

/** Names have so many words that count. */
const [LEAST, MOST] = [3, 5]

/**
 * The initials of a name written with capitals: `Community Land Trust Brussels` is called CLT and CLTB. People ask for
 * the letters whether or not we print them. Small words between count for nothing.
 */
export function initialsOf(text: string): string[] {
  const found = new Set<string>()
  for (const [run] of text.matchAll(/\p{Lu}[\p{L}’'-]+(?:\s+(?:\p{Ll}{1,5}\s+)?\p{Lu}[\p{L}’'-]+){2,}/gu)) {
    const words = run.split(/\s+/)
    // Another small word between ends the name: "Toscana con Comune".
    if (words.some((word) => /^\p{Ll}/u.test(word) && !small.has(word))) continue
    const letters = words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word.charAt(0).toLowerCase())
    for (let length = LEAST; length <= Math.min(MOST, letters.length); length++) found.add(letters.slice(0, length).join(''))
  }
  return [...found]
}
