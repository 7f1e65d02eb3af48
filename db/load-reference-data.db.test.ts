import { expect, it } from 'vitest'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { loadNewReferenceData, loadReferenceData } from './load-reference-data.ts'

const { db } = await useTestDatabase() // its template was loaded once already

const count = async (table: 'term' | 'glossary_term' | 'zone_membership'): Promise<number> =>
  (
    await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

it('knows the region, 10 provinces, 28 zones and 273 municipalities, with people and places', async () => {
  const levels = await db
    .selectFrom('territory')
    .select(['level', ({ fn }) => fn.countAll<number>().as('n'), ({ fn }) => fn.sum<number>('population').as('people')])
    .where('level', '!=', 'country')
    .groupBy('level')
    .execute()
  const people = 3_668_333
  expect(Object.fromEntries(levels.map(({ level, n, people: all }) => [level, [n, Number(all)]]))).toEqual({
    region: [1, people],
    province: [10, people],
    zone: [28, people],
    municipality: [273, people],
  })
})

it('puts every municipality in one zone and says where that comes from', async () => {
  expect(await count('zone_membership')).toBe(273)
  const verified = await db.selectFrom('zone_membership').where('verified', '=', true).select('source').execute()
  expect(verified).toHaveLength(82)
})

it('has 140 glossary terms with a definition in both languages, and every managed term in three', async () => {
  const glossary = await db.selectFrom('glossary_term').select(['definition_it', 'definition_en']).execute()
  expect(glossary).toHaveLength(140)
  expect(glossary.filter((term) => !term.definition_it || !term.definition_en)).toEqual([])
  expect(await count('term')).toBe(31)
})

it('changes nothing that an editor changed when it runs again, and adds nothing twice', async () => {
  await db.updateTable('term').set({ name_it: 'Abitare' }).where('id', '=', 'theme:housing').execute()
  await db
    .updateTable('zone_membership')
    .set({ zone_id: 'zona:senese', verified: true, source: 'BURT' })
    .where('municipality_id', '=', 'comune:048017')
    .execute()
  await db.updateTable('glossary_term').set({ definition_it: 'Riscritta' }).where('slug', '=', 'sfratto').execute()
  await loadReferenceData(db)
  expect(await db.selectFrom('term').select('name_it').where('id', '=', 'theme:housing').executeTakeFirst()).toEqual({ name_it: 'Abitare' })
  expect(
    await db.selectFrom('zone_membership').select('zone_id').where('municipality_id', '=', 'comune:048017').executeTakeFirst(),
  ).toEqual({ zone_id: 'zona:senese' })
  expect(await db.selectFrom('glossary_term').select('definition_it').where('slug', '=', 'sfratto').executeTakeFirst()).toEqual({
    definition_it: 'Riscritta',
  })
  expect([await count('term'), await count('glossary_term'), await count('zone_membership')]).toEqual([31, 140, 273])
})

it('brings figures up to date', async () => {
  await db.updateTable('territory').set({ population: 1 }).where('id', '=', 'comune:048017').execute()
  await loadReferenceData(db)
  const florence = await db.selectFrom('territory').select('population').where('id', '=', 'comune:048017').executeTakeFirstOrThrow()
  expect(florence.population).toBeGreaterThan(300_000)
})

it('loads the same data only once at start', async () => {
  await loadNewReferenceData(db)
  await db.updateTable('territory').set({ population: 1 }).where('id', '=', 'comune:048017').execute()
  await loadNewReferenceData(db)
  const population = () => db.selectFrom('territory').select('population').where('id', '=', 'comune:048017').executeTakeFirstOrThrow()
  expect(await population()).toEqual({ population: 1 })
  await db.deleteFrom('setting').where('key', '=', 'reference-data').execute() // as when a new version brings other data
  await loadNewReferenceData(db)
  expect((await population()).population).toBeGreaterThan(300_000)
})
