import { z } from 'zod'
import { day, hour, line, paragraph, required, urlOrNone } from '#app/shared/form-fields.ts'
import { participantLanguages } from '../participant-languages.ts'

/** Codes of what can be wrong in a field: the pages show t(`codesign.desk.error.${code}`). */
export const fieldErrors = [
  'required',
  'too-long',
  'invalid',
  'date',
  'order',
  'url',
  'choices',
  'unknown-person',
  'unknown-place',
] as const
export type FieldError = (typeof fieldErrors)[number]
const code = (value: FieldError): FieldError => value

const dayOrNone = z
  .union([z.literal(''), day])
  .default('')
  .transform((value) => (value === '' ? null : value))
const idOrNone = z
  .union([z.literal(''), z.uuid(code('invalid'))])
  .default('')
  .transform((value) => (value === '' ? null : value))
const lang = z.enum(participantLanguages).default('it')
const inOrder = ({ starts_on, ends_on }: { starts_on: string | null; ends_on: string | null }) =>
  !starts_on || !ends_on || starts_on <= ends_on
const order = { path: ['ends_on'], error: code('order') }

export const newProcessSchema = z.object({ title: required(160), summary: required(300) })
export type NewProcess = z.infer<typeof newProcessSchema>

export const processTextSchema = z.object({ lang, title: required(160), summary: line(300), purpose: paragraph(2_000) })
export type ProcessTextInput = z.infer<typeof processTextSchema>

export const processFactsSchema = z
  .object({
    starts_on: dayOrNone,
    ends_on: dayOrNone,
    promoter_id: idOrNone,
    territory: line(80),
    keep_months: z.coerce.number(code('invalid')).int(code('invalid')).min(1, code('invalid')).max(120, code('invalid')).default(24),
  })
  .refine(inOrder, order)
export type ProcessFactsInput = z.infer<typeof processFactsSchema>

export const phaseSchema = z
  .object({ id: idOrNone, lang, title: required(120), what_now: line(300), starts_on: dayOrNone, ends_on: dayOrNone })
  .refine(inOrder, order)
export type PhaseInput = z.infer<typeof phaseSchema>

export const meetingSchema = z
  .object({
    id: idOrNone,
    title_it: required(160),
    title_en: line(160),
    place_it: line(160),
    place_en: line(160),
    day,
    start: hour,
    end: hour,
    phase_id: idOrNone,
    meeting_url: urlOrNone,
  })
  .refine((input) => input.start < input.end, { path: ['end'], error: code('order') })
export type MeetingInput = z.infer<typeof meetingSchema>

const choiceLines = paragraph(2_000).transform((all) =>
  all
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== ''),
)
export const promptSchema = z
  .object({
    id: idOrNone,
    lang,
    kind: z.enum(['choice', 'line', 'text']),
    question: required(300),
    help: line(300),
    choices: choiceLines,
    phase_id: idOrNone,
    meeting_id: idOrNone,
  })
  .refine(({ kind, choices }) => kind !== 'choice' || (choices.length >= 2 && choices.length <= 12), {
    path: ['choices'],
    error: code('choices'),
  })
export type PromptInput = z.infer<typeof promptSchema>

export const changeSchema = z.object({ id: idOrNone, lang, happened_on: day, body: required(500), url: urlOrNone })
export type ChangeInput = z.infer<typeof changeSchema>

export const facilitatorSchema = z.object({ email: required(200) })
