import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { enqueue } from '#app/shared/jobs.server.ts'
import { openStoredFile, storedFilePath, storeFile } from '#app/shared/files/stored-file.server.ts'
import { openDatabase } from '#db/connection.ts'
import { tablesInOrder } from '#db/backup/tables.ts'
import { newId } from '#db/new-id.ts'
import { aDocument, anOrganisation, aPerson } from '#tests/support/factories.ts'
import { emptyDatabase, useTestDatabase } from '#tests/support/test-database.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

const source = await useTestDatabase()
const full = await useTestDatabase()
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'casa-backup-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))
const dataDir = (name: string): string => {
  fs.mkdirSync(path.join(folder, name), { recursive: true })
  return path.join(folder, name)
}

/** Every row of every table, as PostgreSQL prints it. */
async function contents(url: string): Promise<Record<string, string[]>> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const tables = await tablesInOrder(client)
    const found: [string, string[]][] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from public."${name}" t order by 1`)
      found.push([name, rows.map(({ row }) => row)])
    }
    return Object.fromEntries(found)
  } finally {
    await client.end()
  }
}

const bytes = Buffer.from([0, 1, 255, 10, 13, 92])
const uploaded = await storeFile(dataDir('source'), bytes)
const person = await aPerson(source.db, { name: 'Zoë\t"tab"\\n, naïve', bio: '\\N\nsecond line', password_hash: '$argon2id$x' })
await anOrganisation(source.db)
const { id: documentId } = await aDocument(source.db)
await source.db
  .insertInto('document_update')
  .values({ document_id: documentId, lang: 'it', epoch: 1, update: bytes, sha256: bytes, node: 'test' })
  .execute()
await source.db
  .insertInto('file')
  .values({ id: newId(), sha256: uploaded.sha256, name: 'a.bin', media_type: 'application/octet-stream', size: bytes.length })
  .execute()
await enqueue(source.db, 'send-mail', { id: 'waiting' }, { jobKey: 'mail:waiting' })
const file = path.join(folder, 'backup.tar.gz')
const manifest = await writeBackup({ url: source.url, dataDir: dataDir('source'), file })

it('restores every row, file, number and waiting job into an empty place', async () => {
  await emptyDatabase(async (url) => {
    await restoreBackup({ url, dataDir: dataDir('target'), file })
    const before = await contents(source.url)
    expect(Object.values(before).flat().length).toBeGreaterThan(700)
    expect(await contents(url)).toEqual(before)
    const restored = await openStoredFile(dataDir('target'), uploaded.sha256).toArray()
    expect(Buffer.concat(restored)).toEqual(bytes)
    const { db } = openDatabase({ url, max: 1, onError: (error) => console.error(error) })
    const jobs = await sql<{ key: string }>`select key from graphile_worker.jobs`.execute(db)
    expect(jobs.rows).toEqual([{ key: 'mail:waiting' }])
    const next = await db
      .insertInto('document_update')
      .values({ document_id: documentId, lang: 'it', epoch: 1, update: bytes, sha256: bytes, node: 'test' })
      .returning('id')
      .executeTakeFirstOrThrow()
    expect(next.id).toBe(2)
    await db.destroy()
  })
})

it('counts in its manifest what it holds, and nobody else can read it', () => {
  expect(manifest.tables.find(({ name }) => name === 'territory')?.rows).toBeGreaterThan(312)
  expect(manifest.files).toEqual([uploaded.sha256])
  expect(fs.statSync(file).mode & 0o077).toBe(0)
  expect(fs.readdirSync(dataDir('source'))).toEqual(['files'])
})

it('never overwrites a file', async () => {
  await expect(writeBackup({ url: source.url, dataDir: dataDir('source'), file })).rejects.toThrow('exists already')
})

it('refuses a place where somebody has written', async () => {
  await expect(restoreBackup({ url: full.url, dataDir: dataDir('other'), file })).rejects.toThrow('not empty')
  await emptyDatabase((url) => expect(restoreBackup({ url, dataDir: dataDir('source'), file })).rejects.toThrow('files is not empty'))
})

it('refuses a damaged backup and leaves the place empty', async () => {
  const unpacked = dataDir('unpacked')
  execFileSync('tar', ['xzf', file, '-C', unpacked])
  fs.appendFileSync(
    path.join(unpacked, 'tables/person.copy'),
    fs.readFileSync(path.join(unpacked, 'tables/person.copy'), 'utf8').replace(person.id, newId()).replace(person.email, 'x@y.z'),
  )
  const damaged = path.join(folder, 'damaged.tar.gz')
  execFileSync('tar', ['czf', damaged, '-C', unpacked, '.'])
  await emptyDatabase(async (url) => {
    await expect(restoreBackup({ url, dataDir: dataDir('third'), file: damaged })).rejects.toThrow('damaged')
    expect(Object.values(await contents(url)).flat()).toEqual([])
  })
  expect(fs.readdirSync(dataDir('third'))).toEqual([])
})

it('refuses a backup whose uploaded file is gone, a newer version’s, and any other file', async () => {
  const unpacked = dataDir('unpacked-2')
  execFileSync('tar', ['xzf', file, '-C', unpacked])
  const repack = (name: string): string => {
    execFileSync('tar', ['czf', path.join(folder, name), '-C', unpacked, '.'])
    return path.join(folder, name)
  }
  const newer = { ...manifest, migrations: [...manifest.migrations, '2999-01-01-later'] }
  fs.writeFileSync(path.join(unpacked, 'manifest.json'), JSON.stringify(newer))
  const fromTheFuture = repack('newer.tar.gz')
  fs.writeFileSync(path.join(unpacked, 'manifest.json'), JSON.stringify(manifest))
  fs.rmSync(storedFilePath(unpacked, uploaded.sha256))
  const holed = repack('holed.tar.gz')
  fs.writeFileSync(path.join(folder, 'text.tar.gz'), 'hello')
  await emptyDatabase(async (url) => {
    const restore = (from: string) => restoreBackup({ url, dataDir: dataDir('fourth'), file: from })
    await expect(restore(fromTheFuture)).rejects.toThrow('another version')
    await expect(restore(holed)).rejects.toThrow('missing or changed')
    await expect(restore(path.join(folder, 'text.tar.gz'))).rejects.toThrow('cannot be read')
  })
})
