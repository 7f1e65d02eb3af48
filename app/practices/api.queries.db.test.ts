import { expect, it } from 'vitest'
import { newId } from '#db/new-id.ts'
import { aPublicSheet } from '#tests/support/practices.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { apiPractices } from './api.queries.server.ts'

const { db } = await useTestDatabase()
const where = { lang: 'it' as const, origin: 'https://casa.example' }

it('gives the last published first, whichever was written first, and every sheet of one moment once', async () => {
  const day = new Date('2099-01-01T10:00:00.123Z')
  const later = await aPublicSheet(db, { publishedAt: new Date('2099-01-02') })
  const same: string[] = []
  for (let sheets = 1; sheets <= 3; sheets++) same.push(await aPublicSheet(db, { publishedAt: day }))
  const seen: string[] = []
  for (let after: string | undefined, more = true; more;) {
    const { practices, next } = await apiPractices(db, where, { perPage: 1, ...(after && { after }) })
    seen.push(...practices.map(({ id }) => id))
    after = next ?? undefined
    more = next !== null
  }
  expect(seen).toEqual([later, ...same.toReversed()])
})

it('refuses a cursor that no page gave', async () => {
  await aPublicSheet(db)
  const { next } = await apiPractices(db, where, { perPage: 1 })
  for (const after of [
    'nonsense',
    newId(),
    `${next}x`,
    Buffer.from(`-100000-01-01T00:00:00.000Z ${newId()}`).toString('base64url'),
    Buffer.from(`2099-01-01 ${newId()}`).toString('base64url'),
  ])
    await expect(apiPractices(db, where, { perPage: 1, after })).rejects.toMatchObject({ code: 'bad-request' })
})

it('names places in the language asked for', async () => {
  await aPublicSheet(db, { territories: ['paese:DE'], publishedAt: new Date('2099-02-01') })
  const named = async (lang: 'it' | 'en') => (await apiPractices(db, { ...where, lang }, { perPage: 1 })).practices[0]?.territories[0]?.name
  expect([await named('it'), await named('en')]).toEqual(['Germania', 'Germany'])
})
