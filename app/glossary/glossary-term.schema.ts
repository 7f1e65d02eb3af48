import { z } from 'zod'
import { paragraph, required } from '#app/shared/form-fields.ts'
import { lineList } from '#app/shared/line-list.ts'

/** Codes of what can be wrong in a field: the pages show t(`glossary.error.${code}`). */
export const fieldErrors = ['required', 'too-long', 'invalid', 'invalid-line', 'exists'] as const

const definition = paragraph(600).transform((text) => (text === '' ? null : text))

export const glossaryTermSchema = z.object({
  name_it: required(120),
  name_en: required(120),
  definition_it: definition,
  definition_en: definition,
  /** Words people type and we do not print, one a line: searching for them finds the term. */
  also: lineList((line) => (line.length >= 2 && line.length <= 60 ? line : undefined), 20),
})
export type GlossaryTermInput = z.infer<typeof glossaryTermSchema>
