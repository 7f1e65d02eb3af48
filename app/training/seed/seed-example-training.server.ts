import { createDocument } from '#app/documents/create-document.server.ts'
import { publishWrittenTexts } from '#app/documents/editions/publish-written-texts.server.ts'
import { docFromMarkdown } from '#app/documents/markdown/sections.ts'
import type { DocumentKind } from '#app/documents/schema/content.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { addDays, atRome, nextThursday } from '#app/shared/rome-time.ts'
import { exampleProgramme, exampleSessions } from './example-content.ts'

type Options = {
  /** The moment of the first start: the next meeting is the Thursday after it. */
  now: Date
  /** The person shown as enrolled; left out when the demo accounts are not there. */
  memberEmail: string
}

/**
 * Loads one open programme marked as an example, whose next meeting is the Thursday after `now`, 15–18 in Tuscany;
 * the demo member is enrolled. Does nothing when it is there already. Returns its id, which example chapters belong to.
 */
export async function seedExampleTraining(db: Db, { now, memberEmail }: Options): Promise<string> {
  const known = await db.selectFrom('programme').select('id').where('slug', '=', exampleProgramme.slug).executeTakeFirst()
  if (known) return known.id
  return await db.transaction().execute(async (trx) => {
    const first = nextThursday(now)
    const { text_it, text_en, ...columns } = exampleProgramme
    const id = newId()
    await trx
      .insertInto('programme')
      .values({
        id,
        ...columns,
        document_id: await published(trx, 'programme', text_it, text_en),
        organisers: JSON.stringify({ it: ['Redazione di Casa Comune'], en: ['Casa Comune’s editors'] }),
        starts_on: first,
        ends_on: addDays(first, 7 * (exampleSessions.length - 1)),
        open: true,
        published_at: now,
        is_example: true,
      })
      .execute()
    for (const [index, session] of exampleSessions.entries()) await insertSession(trx, id, session, index, addDays(first, 7 * index))
    const member = await trx.selectFrom('person').select('id').where('email', '=', memberEmail).executeTakeFirst()
    if (member) await trx.insertInto('enrolment').values({ programme_id: id, person_id: member.id, body: 'Comune d’esempio' }).execute()
    return id
  })
}

async function insertSession(
  trx: Db,
  programmeId: string,
  session: (typeof exampleSessions)[number],
  index: number,
  day: string,
): Promise<void> {
  const { text_it, text_en, ...columns } = session
  await trx
    .insertInto('training_session')
    .values({
      id: newId(),
      programme_id: programmeId,
      number: index + 1,
      ...columns,
      document_id: await published(trx, 'session', text_it, text_en),
      starts_at: atRome(day, '15:00'),
      ends_at: atRome(day, '18:00'),
    })
    .execute()
}

async function published(trx: Db, kind: DocumentKind, it: string, en: string): Promise<string> {
  const texts = { it: docFromMarkdown(kind, it), en: docFromMarkdown(kind, en) }
  const documentId = await createDocument(trx, { kind, sourceLang: 'it', texts })
  await publishWrittenTexts(trx, documentId, null)
  return documentId
}

/** Removes the example programmes with their sessions, enrolments and texts. Returns how many there were. */
export async function removeExampleTraining(db: Db): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    const programmes = await trx.selectFrom('programme').select(['id', 'document_id']).where('is_example', '=', true).execute()
    if (programmes.length === 0) return 0
    const ids = programmes.map((programme) => programme.id)
    const sessions = await trx.selectFrom('training_session').select(['id', 'document_id']).where('programme_id', 'in', ids).execute()
    const takeAways = await trx
      .selectFrom('take_away as a')
      .innerJoin('training_session as s', 's.id', 'a.session_id')
      .select('a.document_id')
      .where('s.programme_id', 'in', ids)
      .execute()
    await trx.deleteFrom('programme').where('id', 'in', ids).execute()
    const documents = [...programmes, ...sessions, ...takeAways].map((row) => row.document_id)
    await trx.deleteFrom('document').where('id', 'in', documents).execute()
    return programmes.length
  })
}
