/** What in a text looks like it points to a person. */
export const personalDataKinds = ['email', 'tax-code', 'iban', 'phone'] as const
export type PersonalDataKind = (typeof personalDataKinds)[number]

const patterns: Record<PersonalDataKind, RegExp> = {
  email: /[^\s@<>()]{1,64}@[^\s@<>()]{1,190}\.[a-z]{2,}/giu,
  // Codice fiscale (DM 12 March 1974); letters stand for digits where two people would have the same
  'tax-code': /\b[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPR-T][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]\b/giu,
  iban: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?\b/giu,
  // Eight digits or more, in any script, with the signs people put between them
  phone: /(?<![\p{L}\p{N}])(?:\+|\()?\p{Nd}(?:[\s./()-]{0,2}\p{Nd}){7,14}(?![\p{L}\p{N}])/gu,
}

/** Dates, periods and sums of money have as many digits as a phone number. */
const noPhone = /^\d{1,2}[./ -]\d{1,2}[./ -]\d{4}$|^\d{4}[./ -]\d{1,2}[./ -]\d{1,2}$|^\d{4}\s?[-/]\s?\d{4}$|^[1-9]\d{0,2}(?:\.000)+$/
const isSo = (kind: PersonalDataKind, found: string): boolean => kind !== 'phone' || !noPhone.test(found.trim())

const without = (kind: PersonalDataKind, text: string): string =>
  text.replace(patterns[kind], (found) => (isSo(kind, found) ? '[…]' : found))

/** The text with whatever looks like personal data replaced by `[…]`. Pure; a hint of care, not a guarantee. */
export const withoutPersonalData = (text: string): string => personalDataKinds.reduce((kept, kind) => without(kind, kept), text)

/** True when a text seems to hold personal data. */
export const hasPersonalData = (text: string): boolean => withoutPersonalData(text) !== text

/** The kinds of personal data a text seems to hold, each once: for a hint while writing, in browser and server alike. */
export function personalDataIn(text: string): PersonalDataKind[] {
  let rest = text.slice(0, 20_000)
  return personalDataKinds.filter((kind) => {
    const before = rest
    rest = without(kind, rest)
    return rest !== before
  })
}
