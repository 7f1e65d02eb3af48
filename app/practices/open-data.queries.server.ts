import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Located } from './open-data.ts'
import { folderOf, type PracticeType } from './practice.ts'

type Row = Omit<Located, 'url' | 'published_at' | 'updated_at'> & { slug: string; published_at: Date | null; updated_at: Date }
const BATCH = 500

/**
 * Every published sheet as open data, by id, in batches: memory stays flat. With `ids` (catalogue ids) only those.
 * Reads the catalogue for what is public, so examples and drafts are never in it. `origin` makes addresses absolute.
 */
export async function* openRecords(db: Db, origin: string, ids?: readonly string[]): AsyncGenerator<Located[]> {
  let after = ''
  for (;;) {
    const rows = await readBatch(db, after, ids)
    const last = rows.at(-1)
    if (!last) return
    yield rows.map(({ slug, published_at, updated_at, ...row }) => ({
      ...row,
      url: `${origin}/it${folderOf(row.type as PracticeType)}/${slug}`,
      published_at: published_at?.toISOString() ?? null,
      updated_at: updated_at.toISOString(),
    }))
    after = last.id
  }
}

async function readBatch(db: Db, after: string, ids: readonly string[] | undefined): Promise<Row[]> {
  const chosen = ids ? sql`c.id = any(${[...ids]}::text[])` : sql`true`
  const codes = (list: string) => sql`array(select t.code from practice_term x join term t on t.id = x.term_id
    where x.practice_id = p.id and t.list = ${list} order by t.position)`
  const bodies = (role: string) => sql`array(select o.name from practice_organisation x join organisation o on o.id = x.organisation_id
    where x.practice_id = p.id and x.role = ${role} order by x.position)`
  const places = (
    column: 'id' | 'name_it',
  ) => sql`array(select t.${sql.ref(column)} from practice_territory x join territory t on t.id = x.territory_id
    where x.practice_id = p.id order by t.id)`
  const { rows } = await sql<Row>`
    with public as (
      select distinct c.id from catalogue_entry c
      where c.type in ('practice', 'memorandum', 'pact', 'project', 'event') and c.id > ${after} and ${chosen}
      order by 1 limit ${BATCH}
    )
    select public.id, p.type, p.slug, p.title_it, p.title_en, p.summary_it, p.summary_en,
      ${codes('kind')} as kinds, ${codes('theme')} as themes, ${codes('target')} as targets,
      ${places('id')} as territories, ${places('name_it')} as territory_names, p.place, p.country,
      p.period_start, p.period_end, p.ongoing, ${bodies('lead')} as lead, ${bodies('partner')} as partners, p.cost, p.full_sheet,
      case when p.verified_at is not null then 'verified' else p.provenance end as status,
      array(select s.url from practice_source s where s.practice_id = p.id order by s.position) as sources,
      p.licence, p.published_at, p.updated_at, spot.lat, spot.lon
    from public join practice p on public.id = p.type || ':' || p.id::text
      left join lateral (select t.lat, t.lon from practice_territory x join territory t on t.id = x.territory_id
        where x.practice_id = p.id and t.lat is not null
        order by array_position(array['municipality', 'zone', 'province', 'region', 'country'], t.level), t.id limit 1) spot on true
    order by public.id`.execute(db)
  return rows
}

/** How many records the files hold and when one last changed. */
export async function countOpenRecords(db: Db): Promise<{ records: number; updatedAt: Date | null }> {
  const { rows } = await sql<{ records: number; updatedAt: Date | null }>`
    select count(distinct c.id) as records, max(p.updated_at) as "updatedAt"
    from catalogue_entry c join practice p on c.id = p.type || ':' || p.id::text`.execute(db)
  return rows[0] ?? { records: 0, updatedAt: null }
}
