import type { Insertable } from 'kysely'
import { createJoinCode } from '#app/codesign/join/create-join-code.server.ts'
import { startParticipantSession } from '#app/codesign/join/participant-session.server.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import type { DB } from '#db/schema.generated.ts'
import { aDocument } from './factories.ts'

/** An open process with an Italian and an English title, stored. */
export async function aProcess(db: Db, overrides: Partial<Insertable<DB['process']>> = {}): Promise<{ id: string; slug: string }> {
  const id = newId()
  const document = await aDocument(db, { kind: 'process' })
  const row = await db
    .insertInto('process')
    .values({ id, slug: `percorso-${id}`, state: 'open', document_id: document.id, ...overrides })
    .returning(['id', 'slug'])
    .executeTakeFirstOrThrow()
  await db
    .insertInto('process_text')
    .values([
      { process_id: row.id, lang: 'it', title: 'Abitare insieme' },
      { process_id: row.id, lang: 'en', title: 'Living together' },
    ])
    .execute()
  return row
}

/** A meeting of a process, today. */
export async function aMeeting(db: Db, processId: string, overrides: Partial<Insertable<DB['meeting']>> = {}): Promise<{ id: string }> {
  return db
    .insertInto('meeting')
    .values({
      id: newId(),
      process_id: processId,
      starts_at: new Date(),
      ends_at: new Date(Date.now() + 3 * 3_600_000),
      title_it: 'Primo incontro',
      ...overrides,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
}

type Choices = { it: string[]; en?: string[] }

/** An open question; with `choices` one to choose from. */
export async function aPrompt(
  db: Db,
  processId: string,
  { choices, ...overrides }: Partial<Insertable<DB['prompt']>> & { choices?: Choices } = {},
): Promise<{ id: string }> {
  const id = newId()
  const { count } = await db
    .selectFrom('prompt')
    .where('process_id', '=', processId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  await db
    .insertInto('prompt')
    .values({ id, process_id: processId, position: count + 1, kind: choices ? 'choice' : 'text', state: 'open', ...overrides })
    .execute()
  const question = { it: 'Che cosa aiuta?', en: 'What helps?' }
  await db
    .insertInto('prompt_text')
    .values(
      (['it', 'en'] as const).map((lang) => ({
        prompt_id: id,
        lang,
        question: question[lang],
        choices: JSON.stringify(choices?.[lang] ?? []),
      })),
    )
    .execute()
  return { id }
}

/** A code for a process that is good for an hour. */
export const aJoinCode = (db: Db, processId: string, more: { meetingId?: string; capacity?: number; expiresAt?: Date } = {}) =>
  createJoinCode(db, { processId, expiresAt: new Date(Date.now() + 3_600_000), ...more })

/** Somebody who came in by a code, with the Cookie header of their browser. */
export async function aParticipant(
  db: Db,
  processId: string,
  overrides: Partial<Insertable<DB['participant']>> = {},
): Promise<{ id: string; cookie: string }> {
  const id = newId()
  await db
    .insertInto('participant')
    .values({ id, process_id: processId, pseudonym: `Ulivo ${id.slice(-6)}`, lang: 'it', colour: '#1a5fb4', ...overrides })
    .execute()
  const cookie = await startParticipantSession(db, id, { secure: false })
  return { id, cookie: cookie.split(';')[0] ?? '' }
}
