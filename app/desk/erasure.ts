import { z } from 'zod'
import { foldedPassage, shortestPassage } from '#app/documents/erasure/passages.ts'

/** Why words are erased. A list, not a free field: nothing about what was erased may stay behind in the reason. */
export const erasureReasons = ['consent-withdrawn', 'person-asks', 'published-by-mistake', 'authority', 'other'] as const
export type ErasureReason = (typeof erasureReasons)[number]

const longest = 500
const most = 20

/** One passage per line; blank lines do not count. */
export const passagesField = z
  .string()
  .transform((text) =>
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )
  .pipe(
    z
      .array(
        z
          .string()
          .max(longest, 'too-long')
          .refine((passage) => foldedPassage(passage).length >= shortestPassage, 'too-short'),
      )
      .min(1, 'missing')
      .max(most, 'too-many'),
  )

/** A passage field that may stay empty: for texts in other languages. */
export const optionalPassages = z.union([
  z
    .string()
    .trim()
    .length(0)
    .transform((): string[] => []),
  passagesField,
])

export const reasonField = z.enum(erasureReasons, 'missing')
