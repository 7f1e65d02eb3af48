import { sql } from 'kysely'
import { rebuildCatalogue } from '#db/catalogue.ts'
import type { Db } from '#db/connection.ts'

/**
 * Adds public practices until there are `wanted`, made from the real ones in the database: each takes the text and
 * sheet of one, the territory of a municipality in turn, a further term of another and its own year, so that lists,
 * facets and searches meet the spread and the lengths of the real texts. Same input, same records.
 * Writes tables directly: for benchmarks on scratch databases only. The search index is the caller's to rebuild.
 */
export async function generatePractices(db: Db, wanted: number): Promise<void> {
  const { rows } = await sql<{ present: number }>`
    select count(*)::int as present from practice where type = 'practice' and state = 'published' and not is_example`.execute(db)
  const missing = wanted - (rows[0]?.present ?? 0)
  if (missing <= 0) return
  await db.transaction().execute(async (trx) => {
    // Thousands of rows at once: the entries are made from the view afterwards instead of being noted row by row.
    await sql`set local session_replication_role = replica`.execute(trx)
    await sql`create temporary table made on commit drop as
      with source as (
        select p.*, row_number() over (order by p.id) - 1 as nr, count(*) over () as total
        from practice p where p.type = 'practice' and p.state = 'published' and not p.is_example and p.slug not like 'prova-%'
      ), town as (
        select id, name_it, row_number() over (order by id) - 1 as nr, count(*) over () as total from territory where level = 'municipality'
      ), start as (select count(*) as n from practice where slug like 'prova-%')
      select i, md5('practice ' || i)::uuid as id, md5('document ' || i)::uuid as document_id, source.id as source_id,
        source.document_id as source_document_id, other.id as other_id, town.id as town_id, town.name_it as town
      from start, generate_series(start.n + 1, start.n + ${missing}) as i
        join source on source.nr = i % source.total
        join source other on other.nr = (i * 7 + i / source.total) % other.total
        join town on town.nr = (i * 13 + i / town.total) % town.total`.execute(trx)
    await sql`insert into document (id, kind, source_lang) select document_id, 'practice', 'it' from made`.execute(trx)
    await sql`insert into practice (id, type, slug, document_id, state, title_it, title_en, summary_it, summary_en, place, period_start, ongoing,
        full_sheet, provenance, published_at)
      select m.id, 'practice', 'prova-' || m.i, m.document_id, 'published', p.title_it || ' · ' || m.town, nullif(p.title_en, '') || ' · ' || m.town,
        p.summary_it, p.summary_en, m.town, (1995 + m.i % 30)::text, m.i % 3 = 0, p.full_sheet, p.provenance, now() - m.i * interval '1 minute'
      from made m join practice p on p.id = m.source_id`.execute(trx)
    await sql`insert into practice_territory select id, town_id from made`.execute(trx)
    await sql`insert into practice_term
      select m.id, x.term_id from made m join practice_term x on x.practice_id = m.source_id
      union select m.id, min(x.term_id) from made m join practice_term x on x.practice_id = m.other_id group by m.id`.execute(trx)
    await sql`insert into practice_organisation select m.id, x.organisation_id, x.role, x.position
      from made m join practice_organisation x on x.practice_id = m.source_id`.execute(trx)
    await sql`insert into practice_source select m.id, x.key, x.position, x.url, x.title, x.publisher, x.published_on, x.read_on
      from made m join practice_source x on x.practice_id = m.source_id`.execute(trx)
    await sql`insert into edition (id, document_id, lang, number, content, body, sha256)
      select md5('edition ' || m.i || e.lang)::uuid, m.document_id, e.lang, 1, e.content, e.body || ' ' || m.town, e.sha256
      from made m join edition e on e.document_id = m.source_document_id and e.current`.execute(trx)
  })
  await rebuildCatalogue(db)
  await sql`vacuum analyze`.execute(db)
}
