import { z } from 'zod'
import { practiceMoves, practiceSections, practiceTypes } from './practice.ts'

/** One line of text without control characters. */
const line = (max: number) =>
  z
    .string()
    .max(max)
    // oxlint-disable-next-line no-control-regex -- control characters are what is refused
    .regex(/^[^\u0000-\u001f\u007f]*$/, 'control')
    .transform((text) => text.trim())

/** A year, a month or a day: YYYY, YYYY-MM, YYYY-MM-DD. */
const moment = z
  .string()
  .trim()
  .regex(/^$|^(19|20)\d{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'date')

const ids = z.array(z.string().min(1).max(80)).max(40)
const uuids = z.array(z.uuid()).max(40)

const fields = z.object({
  type: z.enum(practiceTypes),
  title_it: line(140).pipe(z.string().min(3)),
  title_en: line(140),
  summary_it: line(400).pipe(z.string().min(10)),
  summary_en: line(400),
  territories: ids.min(1),
  place: line(120),
  leads: uuids.max(3),
  partners: uuids,
  period_start: moment,
  period_end: moment,
  ongoing: z.boolean(),
  themes: ids.min(1),
  kinds: ids.min(1),
  targets: ids,
  cost: line(200),
  contact: line(200),
  licence: z.enum(['CC BY 4.0', 'CC BY-SA 4.0', 'CC0 1.0']),
  lesson: z.boolean(),
  sources: z.array(z.object({ url: z.url({ protocol: /^https?$/ }).max(500), title: line(200).pipe(z.string().min(1)) })).max(20),
})

/** Everything product.md A1 asks for that is not narrative. The form and the action read the same rules. */
export const practiceInput = fields.superRefine((input, context) => {
  const problem = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  if (
    input.period_start &&
    input.period_end &&
    input.period_end.slice(0, input.period_start.length) < input.period_start.slice(0, input.period_end.length)
  )
    problem('period_end', 'before-start')
  if (input.ongoing && input.period_end) problem('period_end', 'ongoing')
  if (input.partners.some((id) => input.leads.includes(id))) problem('partners', 'lead-and-partner')
})
export type PracticeInput = z.infer<typeof practiceInput>

/** The narrative as plain text, paragraph by paragraph; absent keys are left as they are. */
export const sectionTexts = z.partialRecord(z.enum(practiceSections), z.string().max(20_000))
export type SectionTexts = z.infer<typeof sectionTexts>

export const moveInput = z.object({ move: z.enum(practiceMoves), reason: line(1_000) })
