import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { type Db, openDatabase } from '#db/connection.ts'
import { withDatabase } from './database-template.ts'

export type TestDatabase = { db: Db; pool: pg.Pool; url: string }

async function onServer<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client(withDatabase(inject('databaseServer'), 'postgres'))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Drops a database once the server has closed the connections that said goodbye, which takes it a moment: forced out
 * meanwhile, they would end with an error that nobody listens to any more. What is still connected after that is forced.
 */
const drop = (name: string): Promise<unknown> =>
  onServer(async (client) => {
    const open = async () => (await client.query('select from pg_stat_activity where datname = $1', [name])).rowCount ?? 0
    for (let turn = 0; turn < 40 && (await open()) > 0; turn++) await wait(25)
    return client.query(`drop database ${name} with (force)`)
  })

/**
 * A fresh migrated database with the reference data, for this test file alone; dropped after its last test.
 * Call it at the top of a `*.db.test.ts` or `*.socket.test.ts`: `const { db } = await useTestDatabase()`.
 */
export async function useTestDatabase(): Promise<TestDatabase> {
  const name = `casa_test_${randomBytes(6).toString('hex')}`
  await onServer((client) => client.query(`create database ${name} template ${inject('databaseTemplate')}`))
  const url = withDatabase(inject('databaseServer'), name)
  // A lost connection outside a query is noise, and noise fails the test.
  const { db, pool } = openDatabase({ url, onError: (error) => console.error(error) })
  afterAll(async () => {
    await db.destroy()
    await drop(name)
  })
  return { db, pool, url }
}

/** A database with nothing in it, as on a new machine; dropped after use. */
export async function emptyDatabase<T>(use: (url: string) => Promise<T>): Promise<T> {
  const name = `casa_test_empty_${randomBytes(6).toString('hex')}`
  await onServer((client) => client.query(`create database ${name}`))
  try {
    return await use(withDatabase(inject('databaseServer'), name))
  } finally {
    await drop(name)
  }
}
