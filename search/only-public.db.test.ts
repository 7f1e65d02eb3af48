import { expect, it } from 'vitest'
import { anOrganisation } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { enqueueIndexing, reindex } from './indexing.ts'
import { onlyPublic } from './only-public.ts'
import { createPostgresEngine } from './postgres/engine.ts'
import { aDocument } from './relevance/a-document.ts'

const { db } = await useTestDatabase()

it('what the catalogue no longer has is not shown, whatever the index still holds', async () => {
  await anOrganisation(db, { name: 'Cooperativa Abete' })
  const engine = createPostgresEngine(db)
  await reindex(db, engine)
  await engine.upsert([aDocument({ id: 'practice:withdrawn', title: 'Abete ritirato' })])
  expect((await engine.search({ text: 'abete', lang: 'it' })).total).toBe(2)
  const shown = onlyPublic(db, engine)
  expect(await shown.search({ text: 'abete', lang: 'it' })).toMatchObject({ total: 1, hits: [{ title: 'Cooperativa Abete' }] })
  const grouped = await shown.search({ text: 'abete', lang: 'it', perType: 3 })
  expect(grouped.groups.map(({ type, total }) => [type, total])).toEqual([['organisation', 1]])
  expect(JSON.stringify(await shown.suggest('abet', 'it'))).not.toContain('ritirato')
})

it('what was withdrawn counts nowhere while its job waits: not in a total of many pages, not in a facet', async () => {
  const engine = createPostgresEngine(db)
  const there = await Promise.all([1, 2, 3].map((n) => anOrganisation(db, { name: `Larice ${n}`, territory_id: `comune:10000${n}` })))
  await reindex(db, engine)
  const shown = onlyPublic(db, engine)
  const query = { text: 'larice', lang: 'it', perPage: 1, facets: ['territory'] } as const
  expect(await shown.search(query)).toMatchObject({ total: 3 })
  const gone = there[2]!.id
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('organisation').set({ is_example: true }).where('id', '=', gone).execute()
    await enqueueIndexing(trx, [`organisation:${gone}`])
  })
  const { total, facets } = await shown.search(query)
  expect(total).toBe(2)
  expect(facets.territory?.map(({ value }) => value)).not.toContain('comune:100003')
})
