import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { SizedPlace } from '#app/territories/places-like.ts'
import { practiceTypes } from './practice.ts'
import { type Compared, type Likeness, likenessOf, samePlace } from './similar-practice.ts'

/** How many sheets are compared by their terms: the newest that share a kind. Bounds the work when there are 100,000. */
const NEWEST = 300
/** Of these the places are looked at too. */
const LOOKED_AT = 60

type Row = { id: string; terms: [list: string, id: string][]; places: SizedPlace[]; weight: number }
export type SimilarPractice = { id: string; reasons: Likeness[] }

/**
 * Public sheets of other places most like this one (its uuid), best first, each with why. They share a kind of solution,
 * or where the sheet has none a theme; among them similar size, zone and province decide.
 */
export async function similarElsewhere(db: Db, practiceId: string, limit = 3): Promise<SimilarPractice[]> {
  const near = await nearByTerms(db, practiceId)
  const { rows } = await sql<Row>`
    select p.type || ':' || p.id::text as id, case when p.full_sheet then 1.2 else 1.0 end::float8 as weight,
      coalesce((select json_agg(json_build_array(t.list, t.id)) from practice_term x join term t on t.id = x.term_id
        where x.practice_id = p.id), '[]') as terms,
      coalesce((select json_agg(json_build_object('id', t.id, 'population', t.population, 'zoneId', m.zone_id, 'provinceId', t.province_id))
        from practice_territory x join territory t on t.id = x.territory_id left join zone_membership m on m.municipality_id = t.id
        where x.practice_id = p.id and t.level = 'municipality'), '[]') as places
    from practice p where p.id = any(${[...near, practiceId]}::uuid[])`.execute(db)
  const sheets = rows.map(compared)
  const own = sheets.find((sheet) => sheet.id.endsWith(practiceId))
  if (!own) return []
  return sheets
    .filter((sheet) => sheet !== own && !samePlace(own, sheet))
    .map((sheet) => ({ id: sheet.id, weight: sheet.weight, ...likenessOf(own, sheet) }))
    .sort((a, b) => b.score - a.score || b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id, reasons }) => ({ id, reasons }))
}

/** The uuids of public sheets that share most terms with this one, by the catalogue's own arrays: no join per sheet. */
async function nearByTerms(db: Db, practiceId: string): Promise<string[]> {
  const own = await db
    .selectFrom('practice_term as x')
    .innerJoin('term as t', 't.id', 'x.term_id')
    .where('x.practice_id', '=', practiceId)
    .select(['t.id', 't.list'])
    .execute()
  const of = (list: string) => own.filter((term) => term.list === list).map((term) => term.id)
  const kinds = of('kind')
  const sharing = kinds.length > 0 ? sql`e.kind_ids && ${kinds}::text[]` : sql`e.theme_ids && ${of('theme')}::text[]`
  const common = (column: string, list: string) =>
    sql`cardinality(array(select unnest(${sql.ref(column)}) intersect select unnest(${of(list)}::text[])))`
  const { rows } = await sql<{ id: string }>`
    select split_part(n.id, ':', 2) as id from (
      select e.id, e.kind_ids, e.theme_ids, e.target_ids, e.weight from catalogue_entry e
      where e.type = any(${[...practiceTypes]}::text[]) and ${sharing} and e.id not like ${`%:${practiceId}`}
      order by e.published_at desc nulls last, e.id limit ${2 * NEWEST} -- one row per language
    ) n
    group by n.id, n.kind_ids, n.theme_ids, n.target_ids, n.weight
    order by 4 * ${common('n.kind_ids', 'kind')} + ${common('n.theme_ids', 'theme')} + ${common('n.target_ids', 'target')} desc,
      n.weight desc, n.id limit ${LOOKED_AT}`.execute(db)
  return rows.map(({ id }) => id)
}

function compared({ id, terms, places, weight }: Row): Compared {
  const of = (list: string) => terms.filter(([own]) => own === list).map(([, term]) => term)
  return { id, kinds: of('kind'), themes: of('theme'), targets: of('target'), places, weight }
}
