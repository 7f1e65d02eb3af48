import type { z } from 'zod'
import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import type { Translate } from '#app/shared/messages/translator-of.ts'
import type { Db } from '#db/connection.ts'
import { archiveProcess } from './archive-process.server.ts'
import { closeProcess } from './close-process.server.ts'
import { editProcess } from './edit-process.server.ts'
import {
  changeSchema,
  facilitatorSchema,
  type FieldError,
  fieldErrors,
  meetingSchema,
  phaseSchema,
  processFactsSchema,
  processTextSchema,
  promptSchema,
} from './process.schema.ts'
import { publishProcess } from './publish-process.server.ts'
import { removePart } from './remove-part.server.ts'
import { saveChange } from './save-change.server.ts'
import { saveMeeting } from './save-meeting.server.ts'
import { savePhase } from './save-phase.server.ts'
import { savePrompt } from './save-prompt.server.ts'
import { addFacilitator, removeFacilitator } from './set-facilitator.server.ts'
import { writeProcessText } from './write-process-text.server.ts'

export type ProcessRefusal = { form: string; errors: Record<string, string>; typed: Record<string, string> }
export type ProcessAnswer = { ok: true } | ({ ok: false } & ProcessRefusal)

type Entered = { db: Db; actor: Person; t: Translate }
type Outcome = { ok: true } | { ok: false; field?: string; reason: FieldError | 'last-one' } | void

/** Problems of a form as sentences in the reader's language. */
export function sentenceOf(t: Translate, code: string): string {
  const known = fieldErrors.find((one) => one === code)
  return t(`codesign.desk.error.${known ?? 'invalid'}`)
}

/** What the forms of a process's desk page ask for, by their `intent`; each is one verb. */
export async function changeProcess({ db, actor, t }: Entered, processId: string, request: Request): Promise<ProcessAnswer> {
  const form = await request.clone().formData()
  const intent = String(form.get('intent') ?? '')
  const id = String(form.get('id') ?? '')
  /** Which of several like forms it was: the answer is shown beside that one. */
  const name = id === '' ? intent : `${intent}:${id}`
  const withForm = async <Schema extends z.ZodType>(
    schema: Schema,
    field: string,
    write: (input: z.output<Schema>) => Promise<Outcome>,
  ) => {
    const read = await readForm(request, schema)
    if (!read.ok) {
      const errors = Object.entries(read.problems).map(([at, code]) => [at, sentenceOf(t, code)])
      return { ok: false as const, form: name, errors: Object.fromEntries(errors) as Record<string, string>, typed: read.typed }
    }
    const outcome = await write(read.value)
    if (!outcome || outcome.ok) return { ok: true as const }
    const typed = Object.fromEntries([...form].map(([key, value]) => [key, String(value)]))
    return { ok: false as const, form: name, errors: { [outcome.field ?? field]: sentenceOf(t, outcome.reason) }, typed }
  }
  switch (intent) {
    case 'facts':
      return withForm(processFactsSchema, 'territory', (input) => editProcess(db, actor, processId, input))
    case 'text':
      return withForm(processTextSchema, 'title', (input) => writeProcessText(db, actor, processId, input))
    case 'phase':
      return withForm(phaseSchema, 'title', (input) => savePhase(db, actor, processId, input))
    case 'meeting':
      return withForm(meetingSchema, 'title_it', (input) => saveMeeting(db, actor, processId, input))
    case 'prompt':
      return withForm(promptSchema, 'choices', (input) => savePrompt(db, actor, processId, input))
    case 'change':
      return withForm(changeSchema, 'body', (input) => saveChange(db, actor, processId, input))
    case 'add-facilitator':
      return withForm(facilitatorSchema, 'email', ({ email }) => addFacilitator(db, actor, processId, email))
    default:
      await pressed(db, actor, processId, intent, id)
      return { ok: true }
  }
}

/** Buttons without fields. */
async function pressed(db: Db, actor: Person, processId: string, intent: string, id: string): Promise<unknown> {
  switch (intent) {
    case 'publish':
      return publishProcess(db, actor, processId)
    case 'close':
      return closeProcess(db, actor, processId)
    case 'archive':
      return archiveProcess(db, actor, processId)
    case 'remove-phase':
      return removePart(db, actor, processId, 'process_phase', id)
    case 'remove-change':
      return removePart(db, actor, processId, 'process_change', id)
    case 'remove-facilitator':
      return removeFacilitator(db, actor, processId, id)
    default:
      throw new AppError('bad-request')
  }
}
