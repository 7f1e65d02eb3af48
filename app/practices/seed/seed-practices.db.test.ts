import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { removeExamplePractices, seedExamplePractices } from './seed-example-practices.server.ts'
import { readRecords } from './read-records.ts'
import { seedPractices } from './seed-practices.server.ts'

const { db } = await useTestDatabase()
let added = 0

beforeAll(async () => {
  added = await seedPractices(db)
}, 120_000)

const count = async (statement: ReturnType<typeof sql<{ n: number }>>) => (await statement.execute(db)).rows[0]?.n

describe('the starting records', () => {
  it('are 75, of which 60 are practices, each under its own type', async () => {
    expect(added).toBe(75)
    const { rows } = await sql<{ type: string; records: number }>`
      select type, count(distinct id) as records from catalogue where kind_ids <> '{}' group by type order by type`.execute(db)
    expect(rows).toEqual([
      { type: 'event', records: 1 },
      { type: 'memorandum', records: 6 },
      { type: 'pact', records: 2 },
      { type: 'practice', records: 60 },
      { type: 'project', records: 6 },
    ])
  })

  it('are public in Italian and English, with a title and a summary in each', async () => {
    const { rows } = await sql<{ id: string; langs: string; titles: number }>`
      select id, string_agg(lang, ',' order by lang) as langs, count(nullif(title, '')) + count(nullif(summary, '')) as titles
      from catalogue where type in ('practice', 'memorandum', 'pact', 'project', 'event') group by id`.execute(db)
    expect(rows).toHaveLength(75)
    expect(rows.filter((row) => row.langs !== 'en,it' || row.titles !== 4)).toEqual([])
  })

  it('all say that they come from a public source, name it, and have a place, a theme and a kind', async () => {
    const { rows } = await sql<{ slug: string }>`
      select slug from practice p where provenance <> 'public-source' or verified_at is not null
        or not exists (select from practice_source s where s.practice_id = p.id and s.url ~ '^https?://')
        or not exists (select from practice_territory t where t.practice_id = p.id)
        or not exists (select from practice_term t where t.practice_id = p.id and t.term_id like 'theme:%')
        or not exists (select from practice_term t where t.practice_id = p.id and t.term_id like 'kind:%')`.execute(db)
    expect(rows).toEqual([])
  })

  it('have a lead body wherever the record names one', async () => {
    const { rows } = await sql<{ slug: string }>`select slug from practice p
      where not exists (select from practice_organisation o where o.practice_id = p.id and o.role = 'lead')`.execute(db)
    const unnamed = readRecords().filter((record) => record.organisations.length === 0)
    expect(rows.map((row) => row.slug)).toEqual(unnamed.map((record) => record.slug))
  })

  it('keep the address each record was taken from among its sources', async () => {
    const bare = (url: string) => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
    const rows = await db
      .selectFrom('practice')
      .innerJoin('practice_source as s', 's.practice_id', 'practice.id')
      .select(['slug', 's.url'])
      .execute()
    for (const record of readRecords())
      expect(rows.filter((row) => row.slug === record.slug).map((row) => bare(row.url))).toContain(bare(record.source_url))
  })

  it('hold at least 20 full sheets, 15 of them Tuscan and certain, with text in the six obligatory sections in both languages', async () => {
    const full = await sql<{ n: number; tuscan: number }>`
      select count(*) as n, count(*) filter (where certainty = 'high' and exists (select from practice_territory t
        where t.practice_id = p.id and t.territory_id not like 'paese:%')) as tuscan
      from practice p where full_sheet and type = 'practice'`.execute(db)
    expect(full.rows[0]?.n).toBeGreaterThanOrEqual(20)
    expect(full.rows[0]?.tuscan).toBeGreaterThanOrEqual(15)
    const blank = await count(sql<{ n: number }>`
      select count(*) as n from practice p join edition e on e.document_id = p.document_id and e.current,
        unnest(array['problem', 'how', 'resources', 'results', 'difficulties', 'transfer']) as key
      where p.full_sheet and not exists (select from jsonb_array_elements(e.content->'content') as section
        where section->'attrs'->>'key' = key and length(jsonb_path_query_array(section, '$.**.text')::text) > 40)`)
    expect(blank).toBe(0)
  })

  it('point in full sheets only to sources that are listed, and to at least one', async () => {
    const { rows } = await sql<{ slug: string; key: string | null; known: boolean }>`
      select p.slug, key, exists (select from practice_source s where s.practice_id = p.id and s.key = refs.key) as known
      from practice p join edition e on e.document_id = p.document_id and e.current
        left join lateral (select distinct value #>> '{}' as key
          from jsonb_path_query(e.content, '$.** ? (@.type == "sourceRef").attrs.key') as value) refs on true
      where p.full_sheet`.execute(db)
    expect(rows.filter((row) => !row.known)).toEqual([])
  })

  it('have facet counts that agree with the records file', async () => {
    const practices = readRecords().filter((record) => record.type === 'practice')
    const { rows } = await sql<{ kind: string; n: number }>`
      select kind, count(distinct id) as n from catalogue, unnest(kind_ids) as kind where type = 'practice' group by kind`.execute(db)
    const expected = Map.groupBy(
      practices.flatMap((record) => record.kind),
      (kind) => `kind:${kind}`,
    )
    expect(new Map(rows.map((row) => [row.kind, row.n]))).toEqual(new Map([...expected].map(([kind, list]) => [kind, list.length])))
  })

  it('are not added twice, and keep what people changed', async () => {
    await db.updateTable('practice').set({ summary_it: 'Corretta dal Comune.' }).where('slug', '=', 'abitare-solidale').execute()
    expect(await seedPractices(db)).toBe(0)
    expect(await count(sql`select count(*) as n from practice`)).toBe(75)
    const kept = await db.selectFrom('practice').select('summary_it').where('slug', '=', 'abitare-solidale').executeTakeFirst()
    expect(kept?.summary_it).toBe('Corretta dal Comune.')
  })
})

describe('the examples', () => {
  it('show each state but published, say so in their titles, and are never public', async () => {
    expect(await seedExamplePractices(db)).toBe(6)
    expect(await seedExamplePractices(db)).toBe(0)
    const rows = await db.selectFrom('practice').select(['state', 'title_it']).where('is_example', '=', true).orderBy('state').execute()
    expect(rows.map((row) => row.state)).toEqual(['accepted', 'archived', 'changes-requested', 'draft', 'submitted', 'to-reconfirm'])
    expect(rows.filter((row) => !row.title_it.startsWith('Esempio: '))).toEqual([])
    expect(await count(sql`select count(*) as n from catalogue where title ilike 'esempio:%' or title ilike 'example:%'`)).toBe(0)
  })

  it('go away with their texts, and nothing else does', async () => {
    const documents = await count(sql`select count(*) as n from document`)
    expect(await removeExamplePractices(db)).toBe(6)
    expect(await count(sql`select count(*) as n from document`)).toBe((documents ?? 0) - 6)
    expect(await count(sql`select count(*) as n from practice`)).toBe(75)
  })
})
