import { z } from 'zod'
import { day, hour, line, required, urlOrNone } from '#app/shared/form-fields.ts'
import { lineList } from '#app/shared/line-list.ts'
import { parseSourceLine } from '#app/shared/source.ts'
import { type Material, materialSchema } from './training-lists.ts'

/** Codes of what can be wrong in a field: the pages show t(`training.error.${code}`). */
export const fieldErrors = ['required', 'too-long', 'invalid', 'invalid-line', 'url', 'date', 'order'] as const
export type FieldError = (typeof fieldErrors)[number]
const code = (value: FieldError): FieldError => value

const checkbox = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

const nameLines = lineList((text) => (text.length <= 300 ? text : undefined))
const materialLines = lineList(parseMaterialLine)
const sourceLines = lineList(parseSourceLine)

/** Materials as people type them: one a line, `title | address | kind`. */
export const materialLine = ({ title, url: address, kind }: Material): string => [title, address, kind].join(' | ')

function parseMaterialLine(text: string): Material | undefined {
  const [title, address, kind = 'guide'] = text.split('|').map((part) => part.trim())
  const parsed = materialSchema.safeParse({ title, url: address, kind })
  return parsed.success ? parsed.data : undefined
}

/** Words the desk uses after /formazione/ and /formazione/{programme}/; the calendar files carry a dot. */
export const reservedSlugs = ['nuovo']

export const enrolSchema = z.object({ body: required(160), territory: z.string().max(80).default('') })

export const programmeSchema = z
  .object({
    title_it: required(160),
    title_en: line(160),
    summary_it: required(400),
    summary_en: line(400),
    for_whom_it: line(400),
    for_whom_en: line(400),
    place_it: line(160),
    place_en: line(160),
    starts_on: day,
    ends_on: day,
    open: checkbox,
    organisers_it: nameLines,
    organisers_en: nameLines,
    sources_it: sourceLines,
    sources_en: sourceLines,
  })
  .refine((input) => input.starts_on <= input.ends_on, { path: ['ends_on'], error: code('order') })
export type ProgrammeInput = z.infer<typeof programmeSchema>

export const sessionSchema = z
  .object({
    title_it: required(160),
    title_en: line(160),
    editorial_title: checkbox,
    summary_it: line(400),
    summary_en: line(400),
    day,
    start: hour,
    end: hour,
    experts_it: nameLines,
    experts_en: nameLines,
    prompts_it: nameLines,
    prompts_en: nameLines,
    materials_it: materialLines,
    materials_en: materialLines,
    sources_it: sourceLines,
    sources_en: sourceLines,
    meeting_url: urlOrNone,
    recording_url: urlOrNone,
    chapter_slug: z
      .string()
      .trim()
      .regex(/^[a-z0-9-]{0,120}$/, code('invalid'))
      .default('')
      .transform((value) => (value === '' ? null : value)),
  })
  .refine((input) => input.start < input.end, { path: ['end'], error: code('order') })
export type SessionInput = z.infer<typeof sessionSchema>

export const takeAwaySchema = z.object({ title_it: required(160), title_en: line(160), example_text: checkbox })
export type TakeAwayInput = z.infer<typeof takeAwaySchema>
