import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, expect, it } from 'vitest'
import { newId } from '#db/new-id.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { sweepFiles } from './file-jobs.server.ts'
import { openStoredFile, storedFilePath, storeFile } from './stored-file.server.ts'

const { db } = await useTestDatabase()
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'casa-files-'))
afterAll(() => fs.rmSync(dataDir, { recursive: true }))

it('gives back the bytes it was given, and keeps equal bytes once', async () => {
  const first = await storeFile(dataDir, Buffer.from('ciao'))
  const second = await storeFile(dataDir, Buffer.from('ciao'))
  expect(second).toEqual(first)
  expect(await text(openStoredFile(dataDir, first.sha256))).toBe('ciao')
  expect(fs.readdirSync(path.dirname(storedFilePath(dataDir, first.sha256)))).toEqual([first.sha256])
})

it('never leaves its folder', () => {
  expect(() => storedFilePath(dataDir, '../../etc/passwd')).toThrow('SHA-256')
})

it('sweeps bytes that no row names after a day', async () => {
  const named = await storeFile(dataDir, Buffer.from('named'))
  const orphan = await storeFile(dataDir, Buffer.from('orphan'))
  await db
    .insertInto('file')
    .values({ id: newId(), sha256: named.sha256, name: 'a.txt', media_type: 'text/plain', size: named.size })
    .execute()
  expect(await sweepFiles(db, dataDir, Date.now())).toBe(0)
  await sweepFiles(db, dataDir, Date.now() + 2 * 86_400_000)
  expect(fs.existsSync(storedFilePath(dataDir, named.sha256))).toBe(true)
  expect(fs.existsSync(storedFilePath(dataDir, orphan.sha256))).toBe(false)
})

it('has nothing to sweep before the first upload', async () => {
  expect(await sweepFiles(db, path.join(dataDir, 'none'), Date.now())).toBe(0)
})
