/** What in a text looks like it points to a person: addresses, tax codes, bank accounts, phone numbers. */
const patterns = [
  /[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}/giu, // e-mail
  /\b[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPR-T][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]\b/giu, // codice fiscale (DM 12 March 1974)
  /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?\b/giu, // IBAN
  /(?<![\p{L}\p{N}])\+?\d(?:[\s./-]?\d){7,14}(?!\p{N})/gu, // phone
]

/** The text with whatever looks like personal data replaced by `[…]`. Pure; a hint of care, not a guarantee. */
export const withoutPersonalData = (text: string): string => patterns.reduce((kept, pattern) => kept.replace(pattern, '[…]'), text)

/** True when a text seems to hold personal data. */
export const hasPersonalData = (text: string): boolean => withoutPersonalData(text) !== text
