import { expect, it } from 'vitest'
import { raiseCatalogueVersion } from '#db/catalogue.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { whileUnchanged } from './while-unchanged.server.ts'

const { db } = await useTestDatabase()

it('makes a thing once per version and name, for all who ask at once', async () => {
  let made = 0
  const ask = (name: string) => whileUnchanged(db, name, () => Promise.resolve((made += 1)))
  expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual([1, 1, 2])
  expect(await ask('a')).toBe(1)
  await raiseCatalogueVersion(db)
  expect(await ask('a')).toBe(3)
})

it('does not keep a failure', async () => {
  await expect(whileUnchanged(db, 'fails', () => Promise.reject(new Error('once')))).rejects.toThrow('once')
  expect(await whileUnchanged(db, 'fails', () => Promise.resolve('then'))).toBe('then')
})
