import { expect, it } from 'vitest'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { migrate, pendingMigrations } from './migrate.ts'

const { db, url } = await useTestDatabase()

it('finds nothing to do in a migrated database, twice in a row', async () => {
  expect(await pendingMigrations(db)).toEqual([])
  expect(await migrate(url)).toEqual([])
})

it('keeps what people wrote when it runs again', async () => {
  const person = await aPerson(db)
  await migrate(url)
  expect(await db.selectFrom('person').select('id').execute()).toEqual([{ id: person.id }])
})
