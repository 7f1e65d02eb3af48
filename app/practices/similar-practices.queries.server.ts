import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { SizedPlace } from '#app/territories/places-like.ts'
import { publicStates } from './practice.ts'
import { type Compared, type Likeness, likenessOf, samePlace } from './similar-practice.ts'

/** By shared terms alone; of these the places are looked at too. */
const LOOKED_AT = 200

type Row = { id: string; terms: [list: string, id: string][]; places: SizedPlace[]; weight: number }
export type SimilarPractice = { id: string; reasons: Likeness[] }

/**
 * Public sheets of other places most like this one (its uuid), best first, each with why. They share a kind of solution,
 * or where the sheet has none a theme; among them similar size, zone and province decide.
 */
export async function similarElsewhere(db: Db, practiceId: string, limit = 3): Promise<SimilarPractice[]> {
  const { rows } = await sql<Row>`
    with own as (
      select x.term_id, t.list from practice_term x join term t on t.id = x.term_id where x.practice_id = ${practiceId}
    ), shared as (
      select x.practice_id as id, count(*) filter (where own.list = 'kind') * 3 + count(*) as alike
      from own join practice_term x on x.term_id = own.term_id
      where x.practice_id <> ${practiceId}
      group by x.practice_id
      having count(*) filter (where own.list = 'kind') > 0 or not exists (select from own where list = 'kind')
    ), near as (
      select s.id, s.alike from shared s join practice p on p.id = s.id
      where p.state = any(${[...publicStates]}::text[]) and not p.is_example
      order by s.alike desc, p.full_sheet desc, s.id limit ${LOOKED_AT}
    ), compared as (select id from near union all select ${practiceId}::uuid)
    select p.type || ':' || p.id::text as id, case when p.full_sheet then 1.2 else 1.0 end::float8 as weight,
      coalesce((select json_agg(json_build_array(t.list, t.id)) from practice_term x join term t on t.id = x.term_id
        where x.practice_id = p.id), '[]') as terms,
      coalesce((select json_agg(json_build_object('id', t.id, 'population', t.population, 'zoneId', m.zone_id, 'provinceId', t.province_id))
        from practice_territory x join territory t on t.id = x.territory_id left join zone_membership m on m.municipality_id = t.id
        where x.practice_id = p.id and t.level = 'municipality'), '[]') as places
    from compared c join practice p on p.id = c.id`.execute(db)
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

function compared({ id, terms, places, weight }: Row): Compared {
  const of = (list: string) => terms.filter(([own]) => own === list).map(([, term]) => term)
  return { id, kinds: of('kind'), themes: of('theme'), targets: of('target'), places, weight }
}
