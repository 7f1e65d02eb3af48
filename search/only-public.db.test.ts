import { expect, it } from 'vitest'
import { anOrganisation } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { reindex } from './indexing.ts'
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
