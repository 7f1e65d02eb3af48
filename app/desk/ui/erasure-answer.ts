import type { Translate } from '#app/shared/messages/translator-of.ts'
import type { FieldErrors } from '#app/shared/ui/field.tsx'

export type FoundHere = {
  name: string
  title: string
  lang: string
  path: string | undefined
  excerpts: { before: string; found: string; after: string }[]
  removed: boolean
  versions: number
  editions: number[]
}
export type Found = {
  texts: FoundHere[]
  files: { id: string; name: string; inWords: boolean }[]
  otherLanguages: { name: string; lang: string; title: string }[]
  fields: { table: string; column: string; rows: number }[]
}
export type Answer = { typed: Record<string, string>; chosen: string[]; found: Found | undefined; problems: Record<string, string> }

const known = ['too-long', 'too-short', 'missing', 'too-many', 'none'] as const

/** What is wrong with the form, in words, by field. */
export function errorsOf(answer: Answer | undefined, t: Translate): FieldErrors {
  return Object.fromEntries(
    Object.entries(answer?.problems ?? {}).map(([name, problem]) => {
      if (name === 'reason' || name === 'sure') return [name, t(`desk.erase.problem.${name}`)]
      return [name, t(`desk.erase.problem.${known.find((one) => one === problem) ?? 'missing'}`)]
    }),
  )
}
