import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { type Db, openDatabase } from '#db/connection.ts'
import { withDatabase } from './database-template.ts'

export type TestDatabase = { db: Db; pool: pg.Pool; url: string }

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client(withDatabase(inject('databaseServer'), 'postgres'))
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/**
 * A fresh migrated database with the reference data, for this test file alone; dropped after its last test.
 * Call it at the top of a `*.db.test.ts` or `*.socket.test.ts`: `const { db } = await useTestDatabase()`.
 */
export async function useTestDatabase(): Promise<TestDatabase> {
  const name = `casa_test_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name} template ${inject('databaseTemplate')}`)
  const url = withDatabase(inject('databaseServer'), name)
  // A lost connection outside a query is noise, and noise fails the test.
  const { db, pool } = openDatabase({ url, onError: (error) => console.error(error) })
  afterAll(async () => {
    await db.destroy()
    await onServer(`drop database ${name} with (force)`)
  })
  return { db, pool, url }
}

/** A database with nothing in it, as on a new machine; dropped after use. */
export async function emptyDatabase<T>(use: (url: string) => Promise<T>): Promise<T> {
  const name = `casa_test_empty_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name}`)
  try {
    return await use(withDatabase(inject('databaseServer'), name))
  } finally {
    await onServer(`drop database ${name} with (force)`)
  }
}
