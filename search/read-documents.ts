import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { type SearchDocument, type SearchText, type TextLanguage, textLanguages } from './engine.ts'

const BATCH = 500

type Row = {
  id: string
  type: string
  url: string
  texts: { lang: string; title: string | null; summary: string | null; body: string | null }[]
  territories: string[]
  within: string[]
  places: string[]
  bodies: string[]
  promoters: string[]
  terms: string[]
  theme_names: string[]
  attached: string
  themes: string[]
  kinds: string[]
  targets: string[]
  period: string | null
  period_end: string | null
  region: string[]
  period_state: string | null
  status: string
  published_at: Date | null
  weight: number
}

/** Reads public records as search documents. Ids that are not public (any more) are simply absent from the answer. */
export async function readDocuments(db: Db, ids: readonly string[]): Promise<SearchDocument[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Row>`
    with record as (
      select c.id, min(c.type) as type, min(c.url) as url,
        json_agg(json_build_object('lang', c.lang, 'title', c.title, 'summary', c.summary, 'body', c.body) order by c.lang) as texts,
        min(c.territory_ids) as territories, min(c.theme_ids) as themes, min(c.kind_ids) as kinds, min(c.target_ids) as targets,
        min(c.period) as period, min(c.period_state) as period_state, min(c.status) as status,
        max(c.published_at) as published_at, max(c.weight)::float8 as weight
      from catalogue c where c.id = any(${[...ids]}::text[]) group by c.id
    ), around as (
      select r.id as record_id, a.territory_id, a.inside
      from record r, unnest(r.territories) as own(id) join territory t on t.id = own.id,
        lateral (
          select t.id as territory_id, true as inside
          union select t.province_id, false where t.province_id is not null
          union select m.zone_id, false from zone_membership m where m.municipality_id = t.id
          union select p.province_id, false from zone_membership m join territory p on p.id = m.municipality_id
            where m.zone_id = t.id and p.province_id is not null
          union select region.id, false from territory region where region.level = 'region' and t.level <> 'country'
        ) as a
    )
    select r.*,
      coalesce((select array_agg(distinct territory_id) from around where record_id = r.id), '{}') as within,
      coalesce((select array_agg(distinct n) from around a join territory t on t.id = a.territory_id,
          unnest(array[t.name_it, t.name_en, case t.level when 'province' then 'Provincia di ' || t.name_it when 'municipality' then 'Comune di ' || t.name_it end]) as n
        where a.record_id = r.id and n is not null and (a.inside or t.level in ('province', 'zone'))), '{}') as places,
      (select p.period_end from practice p where r.id = p.type || ':' || p.id::text) as period_end,
      coalesce((select array_agg(distinct n) from around a join territory t on t.id = a.territory_id, unnest(array[t.name_it, t.name_en]) as n
        where a.record_id = r.id and n is not null and t.level = 'region'), '{}') as region,
      coalesce((select array_agg(distinct n) from practice p
          left join practice_organisation po on po.practice_id = p.id left join organisation o on o.id = po.organisation_id,
          unnest(array[p.place, o.name]) as n
        where r.id = p.type || ':' || p.id::text and n <> ''), '{}') as bodies,
      coalesce((select array_agg(distinct o.name) from practice p join practice_organisation po on po.practice_id = p.id
          join organisation o on o.id = po.organisation_id where r.id = p.type || ':' || p.id::text), '{}') as promoters,
      coalesce((select array_agg(distinct n) from term, unnest(array[name_it, name_en]) as n where term.id = any(r.kinds || r.targets)), '{}') as terms,
      coalesce((select array_agg(distinct n) from term, unnest(array[name_it, name_en]) as n where term.id = any(r.themes)), '{}') as theme_names,
      -- Words of attached files: of those a current edition lists, since only what is frozen there is public.
      coalesce((select string_agg(ft.body, ' ' order by ft.file_id) from file_text ft where ft.outcome = 'read' and ft.file_id in (
          select (listed ->> 'fileId')::uuid from record_document rd join edition e on e.document_id = rd.document_id and e.current,
            jsonb_array_elements(e.attachments) as listed
          where rd.type = r.type and rd.record_id = split_part(r.id, ':', 2)::uuid)), '') as attached
    from record r`.execute(db)
  return rows.map(toDocument)
}

function toDocument(row: Row): SearchDocument {
  const texts: Partial<Record<TextLanguage, SearchText>> = {}
  for (const text of row.texts) {
    const lang = textLanguages.find((known) => known === text.lang)
    if (lang) texts[lang] = { title: text.title ?? '', summary: text.summary ?? '', body: text.body ?? '' }
  }
  // Files have no language of their own: they go with the text that readers see first.
  const first = textLanguages.find((lang) => texts[lang])
  const text = first && texts[first]
  if (text && row.attached) text.body = `${text.body}\n${row.attached}`
  return {
    id: row.id,
    type: row.type,
    url: row.url,
    texts,
    names: [...row.places, ...row.bodies, ...row.terms],
    bodies: row.type === 'organisation' ? [...row.promoters, text?.title ?? ''] : row.promoters,
    about: aboutOf(row.type, [...row.theme_names, ...row.region]),
    territories: row.territories,
    territoriesWithin: row.within,
    themes: row.themes,
    kinds: row.kinds,
    targets: row.targets,
    periods: periodsOf({ start: row.period, end: row.period_end, ongoing: row.period_state === 'ongoing' }, new Date().getFullYear()),
    status: row.status,
    publishedAt: row.published_at,
    weight: row.weight,
  }
}

const typeNames: Record<string, string[]> = {
  practice: ['buona pratica', 'good practice'],
  memorandum: ["protocollo d'intesa", 'memorandum of understanding'],
  pact: ['patto di collaborazione', 'collaboration pact'],
  project: ['progetto', 'project'],
  event: ['evento', 'event'],
  chapter: ['capitolo del manuale', 'chapter of the manual'],
  programme: ['corso di formazione', 'training course'],
  session: ['incontro di formazione', 'training session'],
  'take-away': ['pillola in sintesi', 'take-away'],
  organisation: ['organizzazione', 'organisation'],
  glossary: ['glossario', 'glossary'],
}

/** Names of its type and themes: "protocollo livorno" means the type, whatever the record is called. */
export const aboutOf = (type: string, themes: readonly string[]): string[] => [...(typeNames[type] ?? []), ...themes]

const SPAN = 5
/** Longer periods are mistakes of typing. */
const MOST_SPANS = 12

/**
 * `2018` to `2021` → `2015-2019`, `2020-2024`: every five years the period touches, since years alone make a facet too
 * long to read; what goes on reaches to this year.
 */
export function periodsOf(period: { start: string | null; end?: string | null; ongoing: boolean }, thisYear: number): string[] {
  const year = (text: string | null | undefined) => Number(/^(\d{4})/.exec(text ?? '')?.[1] ?? 0)
  const [start, end] = [year(period.start), year(period.end)]
  const last = Math.max(start, end || (period.ongoing ? thisYear : start))
  const first = Math.floor(start / SPAN) * SPAN
  const spans = start ? Array.from({ length: Math.min(MOST_SPANS, Math.floor((last - first) / SPAN) + 1) }, (_, i) => first + i * SPAN) : []
  return [...spans.map((from) => `${from}-${from + SPAN - 1}`), ...(period.ongoing ? ['ongoing'] : [])]
}

/** The whole catalogue in batches of 500 records, by id; each batch is one statement, so memory stays flat. */
export async function* readDocumentsInBatches(db: Db): AsyncGenerator<SearchDocument[]> {
  let after = ''
  for (;;) {
    const { rows } = await sql<{ id: string }>`
      select distinct id from catalogue_entry where id > ${after} order by 1 limit ${BATCH}`.execute(db)
    const last = rows.at(-1)
    if (!last) return
    yield await readDocuments(
      db,
      rows.map((row) => row.id),
    )
    after = last.id
  }
}

/** Ids indexed since a moment, with what the catalogue says of them now. */
export async function changedSince(db: Db, moment: Date): Promise<{ id: string; document: SearchDocument | null }[]> {
  const { rows } = await sql<{ id: string }>`select id from search_change where changed_at >= ${moment}`.execute(db)
  const documents = await readDocuments(
    db,
    rows.map((row) => row.id),
  )
  const byId = new Map(documents.map((document) => [document.id, document]))
  return rows.map(({ id }) => ({ id, document: byId.get(id) ?? null }))
}
