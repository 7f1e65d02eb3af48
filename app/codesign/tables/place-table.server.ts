import { sql } from 'kysely'
import { allows, type Access, type TextRef } from '#app/documents/access.ts'
import { fragmentName } from '#app/documents/log/fragment-name.ts'
import { loadText } from '#app/documents/log/load-text.server.ts'
import { docJson } from '#app/documents/log/text-json.ts'
import { writeText } from '#app/documents/log/write-text.server.ts'
import { newBlockId } from '#app/documents/schema/block-ids.ts'
import type { DocJson, NodeJson } from '#app/documents/schema/json.ts'
import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { atMeeting, type Place } from '../board/meeting-act.server.ts'
import { withBlock } from '../ledger/place-contribution.server.ts'
import { wordsByAuthor } from './words-by-author.ts'

export type TablePlacing = {
  tableId: string
  target: TextRef & { section?: string | undefined }
  /** What the actor may do with the target text (app/desk/document-access.server.ts). */
  access: Access
}
export type TablePlaceOutcome = { ok: true; authors: number } | { ok: false; reason: 'empty' | 'placed' }

/**
 * Moves a whole table's text to the end of its target: a chapter, a take-away, the process's text, or a section of it.
 * What each participant wrote becomes a contribution of theirs, taken up, whose words carry its mark: the ledger follows
 * them, credits name nobody until they say so, and each can still take the words back. The table is locked. Once only.
 * Facilitators of the process who may write the target.
 */
export async function placeTable(
  db: Db,
  actor: Person,
  place: Place,
  { tableId, target, access }: TablePlacing,
): Promise<TablePlaceOutcome> {
  if (!allows(access, 'write')) throw new AppError('forbidden')
  return await atMeeting<TablePlaceOutcome>(db, actor, place, 'table.placed', async (trx) => {
    const table = await trx
      .selectFrom('codesign_table')
      .select(['document_id as documentId', 'lang', 'placed_at'])
      .where('id', '=', tableId)
      .where('meeting_id', '=', place.meetingId)
      .forUpdate()
      .executeTakeFirst()
    if (!table) throw new AppError('not-found')
    const detail = { table: tableId }
    if (table.placed_at) return { result: { ok: false, reason: 'placed' }, detail }
    const { blocks, written } = await readTable(trx, place.processId, table)
    if (blocks.length === 0) return { result: { ok: false, reason: 'empty' }, detail }
    const { documentId, lang, section } = target
    await writeText(trx, {
      documentId,
      lang,
      personId: actor.id,
      change: ({ json }) => blocks.reduce<DocJson>((doc, block) => withBlock(doc, block, section), json()),
    })
    await noteContributions(trx, actor, { processId: place.processId, tableId, lang: table.lang, target, written })
    await trx
      .updateTable('codesign_table')
      .set({ target_document_id: documentId, target_lang: lang, target_section: section ?? null, placed_at: new Date(), locked: true })
      .where('id', '=', tableId)
      .execute()
    await sql`select pg_notify('access_changed', participant_id::text) from table_seat where table_id = ${tableId}`.execute(trx)
    return { result: { ok: true, authors: written.length }, detail }
  })
}

type Written = { id: string; author: string; words: string[] }

/** The table's blocks with every participant's words marked as a contribution of theirs, under ids made here. */
async function readTable(trx: Db, processId: string, text: TextRef): Promise<{ blocks: NodeJson[]; written: Written[] }> {
  const loaded = await loadText(trx, text)
  if (!loaded) throw new AppError('not-found')
  const owners = await trx
    .selectFrom('document_client as c')
    .innerJoin('participant as p', 'p.id', 'c.person_id')
    .where('c.document_id', '=', text.documentId)
    .where('c.lang', '=', text.lang)
    .where('p.process_id', '=', processId)
    .select(['c.client_id', 'p.id'])
    .execute()
  const byClient = new Map(owners.map((row) => [row.client_id, row.id]))
  const ids = new Map(owners.map((row) => [row.id, newId()]))
  const words = wordsByAuthor(
    loaded.doc.getXmlFragment(fragmentName),
    (client) => byClient.get(client),
    (author) => ({ contribution: { id: ids.get(author) } }),
  )
  const { content } = docJson(loaded.doc, fragmentName)
  loaded.doc.destroy()
  const blocks = content.filter((node) => node.content?.length).map(asNew)
  return { blocks, written: words.map(({ author, words: own }) => ({ id: ids.get(author)!, author, words: own })) }
}

/** The same block as another one: identity and alignment stay with the table's. */
function asNew(node: NodeJson): NodeJson {
  const { id, sourceHash: _sourceHash, suggestion: _suggestion, ...attrs } = node.attrs ?? {}
  const content = node.content?.map((child) => (child.text === undefined ? asNew(child) : child))
  return { ...node, ...(node.attrs && { attrs: { ...attrs, ...(id ? { id: newBlockId() } : {}) } }), ...(content && { content }) }
}

type Noted = { processId: string; tableId: string; lang: string; target: TextRef; written: readonly Written[] }

async function noteContributions(trx: Db, actor: Person, { processId, tableId, lang, target, written }: Noted): Promise<void> {
  if (written.length === 0) return
  const cards = written.map(({ id, author, words }) => ({
    id,
    process_id: processId,
    participant_id: author,
    client_key: `table:${tableId}:${author}`,
    lang,
    body: words.join('\n'),
  }))
  await trx.insertInto('contribution').values(cards).execute()
  await trx
    .insertInto('contribution_placement')
    .values(
      cards.map(({ id, body }) => ({
        id: newId(),
        contribution_id: id,
        document_id: target.documentId,
        lang: target.lang,
        placed_text: body,
        placed_by: actor.id,
      })),
    )
    .execute()
  await trx
    .insertInto('contribution_outcome')
    .values(cards.map(({ id }) => ({ contribution_id: id, outcome: 'taken-up', decided_by: actor.id })))
    .execute()
}
