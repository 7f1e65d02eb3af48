import { z } from 'zod'
import { line, paragraph, required } from '#app/shared/form-fields.ts'
import { lineList } from '#app/shared/line-list.ts'
import { parseSourceLine } from '#app/shared/source.ts'
import { versionPattern } from './chapter.ts'

/** Codes of what can be wrong in a field: the pages show t(`manual.error.${code}`). */
export const fieldErrors = ['required', 'too-long', 'invalid', 'invalid-line', 'number', 'version'] as const
export type FieldError = (typeof fieldErrors)[number]
const code = (value: FieldError): FieldError => value

const sourceLines = lineList(parseSourceLine)

export const chapterSchema = z.object({
  number: z.coerce.number(code('number')).int(code('number')).min(1, code('number')).max(99, code('number')),
  title_it: required(160),
  title_en: line(160),
  summary_it: required(400),
  summary_en: line(400),
  sources_it: sourceLines,
  sources_en: sourceLines,
})
export type ChapterInput = z.infer<typeof chapterSchema>

export const createChapterSchema = chapterSchema
  .pick({ number: true, title_it: true, title_en: true, summary_it: true, summary_en: true })
  .extend({ programme: z.union([z.literal(''), z.uuid(code('invalid'))]).default('') })
export type CreateChapterInput = z.infer<typeof createChapterSchema>

export const manualEditionSchema = z.object({
  version: z.string().trim().regex(versionPattern, code('version')),
  note_it: paragraph(2_000),
  note_en: paragraph(2_000),
})
export type ManualEditionInput = z.infer<typeof manualEditionSchema>
