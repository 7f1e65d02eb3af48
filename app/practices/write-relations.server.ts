import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { PracticeInput } from './practice.schema.ts'

type Relations = Pick<PracticeInput, 'territories' | 'themes' | 'kinds' | 'targets' | 'leads' | 'partners' | 'sources'>

/** Field whose choice does not exist (any more), or undefined. Forms are filled in from lists that may change meanwhile. */
export async function unknownChoice(
  trx: Db,
  input: Relations,
): Promise<'territories' | 'themes' | 'kinds' | 'targets' | 'leads' | 'partners' | undefined> {
  const territories = await sql<{ id: string }>`select id from territory where id = any(${input.territories}::text[])`.execute(trx)
  if (territories.rows.length < new Set(input.territories).size) return 'territories'
  for (const [field, list] of [
    ['themes', 'theme'],
    ['kinds', 'kind'],
    ['targets', 'target'],
  ] as const) {
    const found = await sql`select from term where list = ${list} and merged_into is null and id = any(${input[field]}::text[])`.execute(
      trx,
    )
    if (found.rows.length < new Set(input[field]).size) return field
  }
  for (const field of ['leads', 'partners'] as const) {
    const found = await sql`select from organisation where id = any(${input[field]}::uuid[])`.execute(trx)
    if (found.rows.length < new Set(input[field]).size) return field
  }
  return undefined
}

/** Replaces places, terms, bodies and sources of a sheet. Sources keep their key while their address stays, since texts point to it. */
export async function writeRelations(trx: Db, practiceId: string, input: Relations): Promise<void> {
  const terms = [...input.themes, ...input.kinds, ...input.targets]
  for (const table of ['practice_territory', 'practice_term', 'practice_organisation'] as const)
    await trx.deleteFrom(table).where('practice_id', '=', practiceId).execute()
  await sql`insert into practice_territory select ${practiceId}::uuid, unnest(${[...new Set(input.territories)]}::text[])`.execute(trx)
  await sql`insert into practice_term select ${practiceId}::uuid, unnest(${[...new Set(terms)]}::text[])`.execute(trx)
  const bodies = [...input.leads.map((id) => ({ id, role: 'lead' })), ...input.partners.map((id) => ({ id, role: 'partner' }))]
  for (const [position, { id, role }] of bodies.entries())
    await trx
      .insertInto('practice_organisation')
      .values({ practice_id: practiceId, organisation_id: id, role, position })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  await writeSources(trx, practiceId, input.sources)
}

async function writeSources(trx: Db, practiceId: string, sources: Relations['sources']): Promise<void> {
  const known = await trx
    .selectFrom('practice_source')
    .select(['key', 'url', 'publisher', 'published_on', 'read_on'])
    .where('practice_id', '=', practiceId)
    .execute()
  await trx.deleteFrom('practice_source').where('practice_id', '=', practiceId).execute()
  const used = new Set(known.map((source) => source.key))
  for (const [position, { url, title }] of sources.entries()) {
    const kept = known.find((source) => source.url === url)
    const key = kept?.key ?? nextKey(used)
    used.add(key)
    await trx
      .insertInto('practice_source')
      .values({ publisher: '', published_on: null, read_on: null, ...kept, practice_id: practiceId, key, position, url, title })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

function nextKey(used: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) if (!used.has(`s${n}`)) return `s${n}`
}
