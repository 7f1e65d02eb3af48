import type { Person } from '#app/shared/actor.ts'
import { createDocument } from '#app/documents/create-document.server.ts'
import type { DocJson } from '#app/documents/schema/json.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { atMeeting, type Place } from '../board/meeting-act.server.ts'

export type NewTables = {
  /** One table for each title, in this order. */
  titles: readonly string[]
  /** What they are asked to write, the same at every table. */
  prompt: string
  lang: string
}

/** Sets up tables after those a meeting has, each with an empty text of its own. At most 60. Facilitators of the process. */
export async function createTables(db: Db, actor: Person, place: Place, { titles, prompt, lang }: NewTables): Promise<string[]> {
  return await atMeeting(db, actor, place, 'tables.created', async (trx) => {
    const last = await trx
      .selectFrom('codesign_table')
      .where('meeting_id', '=', place.meetingId)
      .select((eb) => eb.fn.max('position').as('position'))
      .executeTakeFirst()
    const ids: string[] = []
    for (const [index, title] of titles.slice(0, 60).entries())
      ids.push(await insertTable(trx, place.meetingId, { position: (last?.position ?? 0) + index + 1, title, prompt, lang }))
    return { result: ids, detail: { tables: ids.length } }
  })
}

type NewTable = { position: number; title: string; prompt: string; lang: string; text?: DocJson | undefined }

/** One table with a text of its own, empty unless given. Unchecked: the caller decides who may. Resolves to its id. */
export async function insertTable(trx: Db, meetingId: string, { text, ...table }: NewTable): Promise<string> {
  const texts = text && { texts: { [table.lang]: text } }
  const documentId = await createDocument(trx, { kind: 'table', sourceLang: table.lang, personId: null, ...texts })
  const id = newId()
  await trx
    .insertInto('codesign_table')
    .values({ id, meeting_id: meetingId, document_id: documentId, ...table })
    .execute()
  return id
}
