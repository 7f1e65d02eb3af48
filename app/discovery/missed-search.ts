/**
 * What people look for and do not find, for editors: someone may write about it, or the glossary may learn the word.
 * Its life: asked with no result → counted once for each asker and day, by a hash that never leaves memory → kept as
 * words, language and a number → shown to editors from the third asker on → handled → deleted 90 days after it was first
 * asked. Nothing about who asked is ever written down, and words that look like personal data are not kept at all.
 */
export const SHOWN_FROM = 3
export const KEPT_DAYS = 90

const LONGEST = 80
const MOST_WORDS = 8

/** What must not be kept: addresses, numbers of phones, documents and accounts, tax codes. */
const personal: readonly RegExp[] = [
  /\p{L}\s?@\s?\p{L}/u,
  /\b(?:https?:|www\.)/iu,
  // Codice fiscale, with the letters that stand for digits when two people share one (D.M. 23/12/1976).
  /(?<![\p{L}\p{N}])[a-z]{3}\s?[a-z]{3}\s?[\dlmnpqrstuv]{2}[abcdehlmprst][\dlmnpqrstuv]{2}\s?[a-z][\dlmnpqrstuv]{3}[a-z](?![\p{L}\p{N}])/iu,
  // IBAN, in groups of four or in one.
  /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?:[\s-]?[a-z0-9]){11,30}(?![\p{L}\p{N}])/iu,
  // Identity cards, passports and permits: letters and digits in one number.
  /(?<![\p{L}\p{N}])[a-z]{1,2}\d{5,}[a-z]{0,2}(?![\p{L}\p{N}])/iu,
]
/** Years stand beside each other without being a phone number: 2021-2023. */
const years = /(?<!\d)(?:19|20)\d{2}(?!\d)/g
const digitRun = /(?:\p{Nd}[\s./()+-]{0,2}){6,}/u

/** True when the text looks as if it told who somebody is or how to reach them. */
export function looksPersonal(text: string): boolean {
  const plain = text.normalize('NFKC')
  return personal.some((pattern) => pattern.test(plain)) || digitRun.test(plain.replace(years, ' x '))
}

/**
 * The words as they are kept: small letters, single spaces, no punctuation around. Undefined when they are not kept:
 * personal data, a whole sentence (which tells more than what is looked for), or nothing.
 */
export function missedQuery(typed: string): string | undefined {
  if (looksPersonal(typed)) return undefined
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}'’.\-/ ]+/gu, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, ''))
    .filter(Boolean)
  const query = text.join(' ')
  if (query.length < 2 || query.length > LONGEST || text.length > MOST_WORDS || looksPersonal(query)) return undefined
  return query
}
