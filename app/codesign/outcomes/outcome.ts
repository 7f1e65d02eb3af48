/**
 * What becomes of a contribution: taken up (in the text or in what is done), merged with others, or not taken, always
 * with the reason. It may be decided again; the last decision stands.
 */
export const outcomes = ['taken-up', 'merged', 'not-taken'] as const
export type Outcome = (typeof outcomes)[number]

/** The outcome of a stored row; the check of the column allows no other. */
export const outcomeOf = (value: string): Outcome => outcomes.find((known) => known === value) ?? 'merged'

/** The language a contributor reads, when the reason is there and they would read it in another one; C5 wants it in theirs. */
export const languageWithoutReason = (authorLang: string | null, reasons: readonly { lang: string }[]): string | undefined =>
  authorLang && reasons.length > 0 && !reasons.some(({ lang }) => lang === authorLang) ? authorLang : undefined
