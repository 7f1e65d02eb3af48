import { sql } from 'kysely'
import { type Actor, belongsTo, hasRole } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { inReadingLanguage } from '#app/shared/in-reading-language.ts'
import type { Db } from '#db/connection.ts'
import { inReadingOrder, stateOf } from './process.ts'
import { canFacilitate, canFollow, canReadProcess, type ProcessFacts } from './process.policy.ts'

const columns = [
  'p.id',
  'p.slug',
  'p.state',
  'p.document_id as documentId',
  'p.promoter_id as promoterId',
  'p.starts_on as startsOn',
  'p.ends_on as endsOn',
  'p.keep_months as keepMonths',
  'p.is_example as isExample',
  'p.published_at as publishedAt',
  'p.updated_at as updatedAt',
] as const

const facilitatorIds = sql<string[]>`coalesce((select array_agg(f.person_id) from process_facilitator f where f.process_id = p.id), '{}')`

export type Process = Awaited<ReturnType<typeof findProcessUnchecked>> & object
/** What a process is called and about, in one language. */
export type ProcessText = { lang: string; title: string; summary: string; purpose: string; toReview: boolean }

async function findProcessUnchecked(db: Db, column: 'p.slug' | 'p.id' | 'p.document_id', value: string) {
  const row = await db
    .selectFrom('process as p')
    .leftJoin('organisation as o', 'o.id', 'p.promoter_id')
    .where(column, '=', value)
    .select(columns)
    .select(['o.name as promoter', 'o.slug as promoterSlug', facilitatorIds.as('facilitatorIds')])
    .executeTakeFirst()
  return row && { ...row, state: stateOf(row.state) }
}

/** One process by its address, for a reader; not-found when absent or not theirs to read. */
export async function findProcess(db: Db, actor: Actor, slug: string): Promise<Process> {
  const process = await findProcessUnchecked(db, 'p.slug', slug)
  if (!process || !canReadProcess(actor, process)) throw new AppError('not-found')
  return process
}

/** One process by its address for those who follow it at the desk; not-found otherwise. */
export async function findFollowed(db: Db, actor: Actor, slug: string): Promise<Process & { mayRun: boolean }> {
  const process = await findProcessUnchecked(db, 'p.slug', slug)
  if (!process || !canFollow(actor, process)) throw new AppError('not-found')
  return { ...process, mayRun: canFacilitate(actor, process) }
}

/** The process a live text belongs to, with its Italian title: for document access, which decides. */
export async function findProcessOfDocumentUnchecked(db: Db, documentId: string) {
  const process = await findProcessUnchecked(db, 'p.document_id', documentId)
  if (!process) return undefined
  const [text] = await listProcessTexts(db, [process.id])
  return { ...process, title: text?.title ?? process.slug }
}

/**
 * The gate of every verb of those who run a process: locks it, and refuses who may not. Not-found for who may not even
 * read it.
 */
export async function lockForFacilitation(trx: Db, actor: Actor, processId: string): Promise<ProcessFacts & { id: string; slug: string }> {
  const row = await trx
    .selectFrom('process as p')
    .where('p.id', '=', processId)
    .select(['p.id', 'p.slug', 'p.state', 'p.promoter_id as promoterId', facilitatorIds.as('facilitatorIds')])
    // NO KEY: answers that come in meanwhile refer to this row and must not wait.
    .forNoKeyUpdate()
    .executeTakeFirst()
  const process = row && { ...row, state: stateOf(row.state) }
  if (!process || !canReadProcess(actor, process)) throw new AppError('not-found')
  if (!canFacilitate(actor, process)) throw new AppError('forbidden')
  return process
}

/** Texts of these processes, Italian first. */
export async function listProcessTexts(db: Db, ids: readonly string[]): Promise<(ProcessText & { processId: string })[]> {
  if (ids.length === 0) return []
  return await db
    .selectFrom('process_text')
    .where('process_id', 'in', ids)
    .select(['process_id as processId', 'lang', 'title', 'summary', 'purpose', 'to_review as toReview'])
    .orderBy(sql`lang <> 'it'`)
    .orderBy('lang')
    .execute()
}

export type ProcessCard = Awaited<ReturnType<typeof listProcesses>>[number]

/** Processes this reader may read, open ones first, in their language where there is one. Archived ones are left out. */
export async function listProcesses(db: Db, actor: Actor, lang: string) {
  const everything = hasRole(actor, 'editor')
  const rows = await db
    .selectFrom('process as p')
    .leftJoin('organisation as o', 'o.id', 'p.promoter_id')
    .where('p.state', '<>', 'archived')
    .$if(!everything, (query) =>
      query.where((eb) =>
        eb.or([
          eb('p.state', 'in', ['open', 'closed']),
          ...(actor.kind === 'person'
            ? [
                eb.exists(
                  eb.selectFrom('process_facilitator as f').whereRef('f.process_id', '=', 'p.id').where('f.person_id', '=', actor.id),
                ),
                ...actor.organisations.filter(({ id }) => belongsTo(actor, [id], 'contact')).map(({ id }) => eb('p.promoter_id', '=', id)),
              ]
            : []),
        ]),
      ),
    )
    .select(columns)
    .select(['o.name as promoter', facilitatorIds.as('facilitatorIds')])
    .select(
      sql<Date | null>`(select min(m.starts_at) from meeting m where m.process_id = p.id and m.ends_at > now() and m.closed_at is null)`.as(
        'nextMeeting',
      ),
    )
    .select(
      sql<
        string[]
      >`coalesce((select array_agg(t.name_it order by t.name_it) from process_territory x join territory t on t.id = x.territory_id where x.process_id = p.id), '{}')`.as(
        'places',
      ),
    )
    .execute()
  const texts = Map.groupBy(
    await listProcessTexts(
      db,
      rows.map(({ id }) => id),
    ),
    ({ processId }) => processId,
  )
  return inReadingOrder(
    rows.map((row) => ({
      ...row,
      state: stateOf(row.state),
      text: inReadingLanguage(texts.get(row.id) ?? [], lang) ?? { lang: 'it', title: row.slug, summary: '' },
    })),
  )
}

/** Processes this person follows at the desk. */
export async function listFollowed(db: Db, actor: Actor, lang: string) {
  return (await listProcesses(db, actor, lang)).filter((process) => canFollow(actor, process))
}

/** Whether /partecipa has anything to show to everybody. */
export async function hasPublicProcesses(db: Db): Promise<boolean> {
  const row = await db.selectFrom('process').select('id').where('state', 'in', ['open', 'closed']).limit(1).executeTakeFirst()
  return row !== undefined
}
