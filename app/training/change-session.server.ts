import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { DoneKind } from '#app/shared/http/done-notice.ts'
import { type FormRead, readForm } from '#app/shared/http/read-form.server.ts'
import type { Translate } from '#app/shared/messages/translator-of.ts'
import type { Db } from '#db/connection.ts'
import { refusedForm } from './answer.ts'
import { createTakeAway } from './create-take-away.server.ts'
import { editSession } from './edit-session.server.ts'
import { publishSession } from './publish-session.server.ts'
import { publishTakeAway } from './publish-take-away.server.ts'
import { reorderTakeAway } from './reorder-take-away.server.ts'
import { sessionSchema, takeAwaySchema } from './training.schema.ts'
import { unpublishTakeAway } from './unpublish-take-away.server.ts'

type Entered = { db: Db; actor: Person; t: Translate }
export type SessionRefusal = ReturnType<typeof refusedForm> & { refused: 'session' | 'take-away' }
export type SessionAnswer = { done: DoneKind } | SessionRefusal

/** What the buttons and forms of a session's desk page ask for, by their `intent`; each is one verb. */
export async function changeSession({ db, actor, t }: Entered, sessionId: string, request: Request): Promise<SessionAnswer> {
  const asked = await request.clone().formData()
  const id = String(asked.get('id') ?? '')
  switch (asked.get('intent')) {
    case 'save':
      return withForm(await readForm(request, sessionSchema), t, 'session', (input) => editSession(db, actor, sessionId, input))
    case 'create':
      return withForm(await readForm(request, takeAwaySchema), t, 'take-away', (input) => createTakeAway(db, actor, sessionId, input))
    case 'publish-session':
      return { done: (await publishSession(db, actor, sessionId)).ok ? 'published' : 'empty' }
    case 'publish':
      return { done: (await publishTakeAway(db, actor, await own(db, sessionId, id))).ok ? 'published' : 'empty' }
    case 'unpublish':
      await unpublishTakeAway(db, actor, await own(db, sessionId, id))
      return { done: 'unpublished' }
    case 'up':
    case 'down':
      await reorderTakeAway(db, actor, await own(db, sessionId, id), asked.get('intent') === 'up' ? 'up' : 'down')
      return { done: 'saved' }
    default:
      throw new AppError('bad-request')
  }
}

async function withForm<Input>(
  form: FormRead<Input>,
  t: Translate,
  refused: SessionRefusal['refused'],
  write: (input: Input) => Promise<unknown>,
): Promise<SessionAnswer> {
  if (!form.ok) return { refused, ...refusedForm(t, form) }
  await write(form.value)
  return { done: 'saved' }
}

/** The id when it names a take-away of this session; ids come from hidden fields. */
async function own(db: Db, sessionId: string, id: string): Promise<string> {
  const list = await db.selectFrom('take_away').select('id').where('session_id', '=', sessionId).execute()
  if (!list.some((row) => row.id === id)) throw new AppError('not-found')
  return id
}
