import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { stateOf } from '../process/process.ts'
import type { TableFacts } from './table.policy.ts'

const columns = [
  't.id',
  't.title',
  't.prompt',
  't.position',
  't.lang',
  't.locked',
  't.meeting_id as meetingId',
  't.document_id as documentId',
  't.target_document_id as targetDocumentId',
  't.target_lang as targetLang',
  't.target_section as targetSection',
  't.placed_at as placedAt',
] as const

/** Tables of a meeting in their order, with how many sit at each. Unchecked: the caller decides who may see them. */
export const listTables = (db: Db, meetingId: string) =>
  db
    .selectFrom('codesign_table as t')
    .where('t.meeting_id', '=', meetingId)
    .select(columns)
    .select(sql<number>`(select count(*)::int from table_seat s where s.table_id = t.id)`.as('seats'))
    .orderBy('t.position')
    .execute()

/** The table a live text belongs to, as its policy needs it. */
export async function findTableOfDocumentUnchecked(db: Db, documentId: string) {
  const row = await db
    .selectFrom('codesign_table as t')
    .innerJoin('meeting as m', 'm.id', 't.meeting_id')
    .innerJoin('process as p', 'p.id', 'm.process_id')
    .where('t.document_id', '=', documentId)
    .select(['t.id', 't.title', 't.locked', 'm.locked as meeting_locked', 'm.closed_at', 'm.id as meeting_id'])
    .select(['p.id as process_id', 'p.slug', 'p.state', 'p.promoter_id'])
    .select(sql<string[]>`coalesce((select array_agg(f.person_id) from process_facilitator f where f.process_id = p.id), '{}')`.as('staff'))
    .executeTakeFirst()
  if (!row) return undefined
  const process = { state: stateOf(row.state), promoterId: row.promoter_id, facilitatorIds: row.staff }
  const open = !row.locked && !row.meeting_locked && row.closed_at === null && process.state === 'open'
  const facts: TableFacts = { id: row.id, processId: row.process_id, open, process }
  return { facts, title: row.title, meetingId: row.meeting_id, slug: row.slug }
}

/** The table a participant sits at, for their page. */
export const findSeat = (db: Db, participantId: string) =>
  db
    .selectFrom('table_seat as s')
    .innerJoin('codesign_table as t', 't.id', 's.table_id')
    .where('s.participant_id', '=', participantId)
    .select(columns)
    .executeTakeFirst()

/** True when a meeting has tables to sit at. */
export const hasTables = async (db: Db, meetingId: string): Promise<boolean> =>
  (await db.selectFrom('codesign_table').select('id').where('meeting_id', '=', meetingId).limit(1).executeTakeFirst()) !== undefined
