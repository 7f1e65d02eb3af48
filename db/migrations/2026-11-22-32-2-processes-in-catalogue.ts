import { type Kysely, sql } from 'kysely'

/**
 * Public processes enter the catalogue: search, feed, sitemap, counts. Read from the view as it stands, so that what
 * other migrations made of it stays. Examples are left out, and so is everything a participant said.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ definition: string }>`select pg_get_viewdef('catalogue'::regclass) as definition`.execute(db)
  const before = (rows[0]?.definition ?? '').trimEnd().replace(/;$/, '')
  await sql
    .raw(
      `create or replace view catalogue as ${before}
      union all
      select
        'process:' || p.id::text, 'process', x.lang, x.title, x.summary, '/partecipa/' || p.slug,
        coalesce((select array_agg(t.territory_id order by t.territory_id) from process_territory t where t.process_id = p.id), '{}'),
        coalesce((select array_agg(t.term_id order by t.term_id) from process_theme t where t.process_id = p.id), '{}'),
        '{}'::text[], '{}'::text[],
        extract(year from p.starts_on)::text, case when p.state = 'open' then 'ongoing' else 'ended' end, 'published', p.published_at,
        x.purpose || ' ' || coalesce(e.body, ''), 1.1
      from process p
        join process_text x on x.process_id = p.id and x.lang in ('it', 'en')
        left join edition e on e.document_id = p.document_id and e.current and e.lang = x.lang
      where p.state in ('open', 'closed') and not p.is_example`,
    )
    .execute(db)
  await sql`create index process_catalogue_id on process (('process:' || id::text))`.execute(db)
  await sql`alter function catalogue_touched(text[]) rename to catalogue_touched_besides_processes`.execute(db)
  await sql`
    create function catalogue_touched(noted text[]) returns setof text language sql stable as $$
      select catalogue_touched_besides_processes(noted)
      union
      select n from unnest(noted) as n where n like 'process:%'
      union
      select 'process:' || p.id from unnest(noted) as n join process p on n like 'document:%' and p.document_id::text = substr(n, 10)
    $$`.execute(db)
  for (const [table, column] of [
    ['process', 'id'],
    ['process_text', 'process_id'],
    ['process_territory', 'process_id'],
    ['process_theme', 'process_id'],
  ] as const)
    await sql`create trigger catalogue_note after insert or update or delete on ${sql.table(table)}
      for each row execute function catalogue_note('process', ${sql.lit(column)})`.execute(db)
  await sql`select catalogue_rebuild()`.execute(db)
}
