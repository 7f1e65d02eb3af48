import { type Kysely, sql } from 'kysely'

/**
 * The catalogue: the one view that says what is public. Search, citations, feeds, sitemap, open data and
 * counts read nothing else. One row per record and language; examples are left out on purpose.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create view catalogue as
    with practice_facets as (
      select p.id,
        coalesce((select array_agg(t.territory_id order by t.territory_id) from practice_territory t where t.practice_id = p.id), '{}') as territory_ids,
        coalesce((select array_agg(x.term_id order by x.term_id) from practice_term x join term on term.id = x.term_id and term.list = 'theme' where x.practice_id = p.id), '{}') as theme_ids,
        coalesce((select array_agg(x.term_id order by x.term_id) from practice_term x join term on term.id = x.term_id and term.list = 'kind' where x.practice_id = p.id), '{}') as kind_ids,
        coalesce((select array_agg(x.term_id order by x.term_id) from practice_term x join term on term.id = x.term_id and term.list = 'target' where x.practice_id = p.id), '{}') as target_ids,
        coalesce((select string_agg(o.name, ' · ' order by po.role, po.position) from practice_organisation po join organisation o on o.id = po.organisation_id where po.practice_id = p.id), '') as bodies
      from practice p
    )
    select
      p.type || ':' || p.id::text as id, p.type as type, e.lang as lang,
      case when e.lang = 'en' then coalesce(nullif(p.title_en, ''), p.title_it) else p.title_it end as title,
      case when e.lang = 'en' then coalesce(nullif(p.summary_en, ''), p.summary_it) else p.summary_it end as summary,
      case when p.type in ('memorandum', 'pact') then '/patti/' when p.type in ('project', 'event') then '/progetti/' else '/buone-pratiche/' end || p.slug as url,
      f.territory_ids, f.theme_ids, f.kind_ids, f.target_ids,
      p.period_start as period, case when p.ongoing then 'ongoing' else 'ended' end as period_state,
      case when p.verified_at is not null then 'verified' when p.provenance = 'public-source' then 'public-source' else p.state end as status,
      p.published_at, e.body || ' ' || p.place || ' ' || f.bodies as body,
      case when p.full_sheet then 1.2 else 1.0 end::float8 as weight
    from practice p
      join edition e on e.document_id = p.document_id and e.current
      join practice_facets f on f.id = p.id
    where p.state in ('published', 'to-reconfirm') and not p.is_example
    union all
    select
      'chapter:' || c.id::text, 'chapter', e.lang,
      case when e.lang = 'en' then coalesce(nullif(c.title_en, ''), c.title_it) else c.title_it end,
      case when e.lang = 'en' then coalesce(nullif(c.summary_en, ''), c.summary_it) else c.summary_it end,
      '/manuale/' || c.slug, '{}'::text[], '{}'::text[], '{}'::text[], '{}'::text[],
      null, null, 'published', c.published_at, e.body, 1.1
    from chapter c join edition e on e.document_id = c.document_id and e.current
    where c.state = 'published' and not c.is_example
    union all
    select
      'programme:' || g.id::text, 'programme', e.lang,
      case when e.lang = 'en' then coalesce(nullif(g.title_en, ''), g.title_it) else g.title_it end,
      case when e.lang = 'en' then coalesce(nullif(g.summary_en, ''), g.summary_it) else g.summary_it end,
      '/formazione/' || g.slug, '{}'::text[], '{}'::text[], '{}'::text[], '{}'::text[],
      extract(year from g.starts_on)::text, case when g.open then 'ongoing' else 'ended' end, 'published', g.published_at, e.body, 1.0
    from programme g join edition e on e.document_id = g.document_id and e.current
    where g.published_at is not null and not g.is_example
    union all
    select
      'session:' || s.id::text, 'session', e.lang,
      case when e.lang = 'en' then coalesce(nullif(s.title_en, ''), s.title_it) else s.title_it end,
      case when e.lang = 'en' then coalesce(nullif(s.summary_en, ''), s.summary_it) else s.summary_it end,
      '/formazione/' || g.slug || '/' || s.slug, '{}'::text[], '{}'::text[], '{}'::text[], '{}'::text[],
      extract(year from s.starts_at)::text, null, 'published', g.published_at, e.body, 1.0
    from training_session s join programme g on g.id = s.programme_id
      join edition e on e.document_id = s.document_id and e.current
    where g.published_at is not null and not g.is_example
    union all
    select
      'take-away:' || a.id::text, 'take-away', e.lang,
      case when e.lang = 'en' then coalesce(nullif(a.title_en, ''), a.title_it) else a.title_it end,
      left(e.body, 200),
      '/formazione/' || g.slug || '/' || s.slug || '#' || a.slug, '{}'::text[], '{}'::text[], '{}'::text[], '{}'::text[],
      extract(year from s.starts_at)::text, null, 'published', a.published_at, e.body, 0.9
    from take_away a join training_session s on s.id = a.session_id join programme g on g.id = s.programme_id
      join edition e on e.document_id = a.document_id and e.current
    where a.published_at is not null and g.published_at is not null and not g.is_example
    union all
    select
      'organisation:' || o.id::text, 'organisation', l.lang, o.name,
      case when l.lang = 'en' then o.description_en else o.description_it end,
      '/organizzazioni/' || o.slug,
      case when o.territory_id is null then '{}'::text[] else array[o.territory_id] end, '{}'::text[], '{}'::text[], '{}'::text[],
      null, null, 'published', o.created_at, o.name, 0.8
    from organisation o cross join (values ('it'), ('en')) as l(lang)
    where not o.is_example
    union all
    select
      'glossary:' || t.id::text, 'glossary', l.lang,
      case when l.lang = 'en' then t.name_en else t.name_it end,
      coalesce(case when l.lang = 'en' then t.definition_en else t.definition_it end, ''),
      '/glossario#' || t.slug, '{}'::text[], '{}'::text[], '{}'::text[], '{}'::text[],
      null, null, 'published', null, t.name_it || ' ' || t.name_en, 0.7
    from glossary_term t cross join (values ('it'), ('en')) as l(lang)`.execute(db)
}
