import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { findCited } from './cited.server.ts'

const { db } = await useTestDatabase()

const entry = (id: string, lang: string, title: string) => ({
  ...{ id, lang, title, type: 'practice', summary: '', url: '/buone-pratiche/ancora', status: 'source', weight: 1 },
  ...{ territory_ids: [], theme_ids: [], kind_ids: [], target_ids: [] },
})

// In an order no reader asked for: which language comes back must not depend on it.
beforeAll(async () => {
  const both = [entry('practice:b', 'en', 'Anchor'), entry('practice:b', 'it', 'Àncora')]
  await db
    .insertInto('catalogue_entry')
    .values([...both, entry('practice:e', 'en', 'Only English')])
    .execute()
})

test.each([
  ['it', 'Àncora'],
  ['en', 'Anchor'],
  ['ar', 'Anchor'],
] as const)('a record written in Italian and English is cited in %s as %s', async (lang, title) => {
  const found = await findCited(db, ['practice:b'], lang)
  expect(found['practice:b']).toMatchObject({ title, url: `/${lang}/buone-pratiche/ancora` })
})

test('a record without the reader’s language is cited in the one it has, and says which', async () => {
  expect((await findCited(db, ['practice:e', 'practice:not-public'], 'it'))['practice:e']).toMatchObject({
    title: 'Only English',
    lang: 'en',
  })
  expect(Object.keys(await findCited(db, ['practice:not-public'], 'it'))).toEqual([])
})
