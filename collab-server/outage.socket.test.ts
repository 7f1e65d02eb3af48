import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { afterEach, expect, test } from 'vitest'
import { createDocument } from '#app/documents/create-document.server.ts'
import { readText } from '#app/documents/log/read-text.server.ts'
import { blocksFromMarkdown } from '#app/documents/markdown/from-markdown.ts'
import { textOf } from '#app/documents/reading/text-of.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { cable } from '#tests/support/collab/cable.ts'
import { liveClient, type, until } from '#tests/support/collab/live-client.ts'
import { serveCollab } from '#tests/support/collab/serve-collab.ts'
import { importSpill } from './import-spill.ts'

const { db, url: databaseUrl } = await useTestDatabase()
const silent = pino({ level: 'silent' })
const cleanUp: (() => unknown)[] = []
afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step()
})

async function aText() {
  const documentId = await createDocument(db, {
    kind: 'chapter',
    sourceLang: 'it',
    texts: { it: { type: 'doc', content: blocksFromMarkdown('Inizio.') } },
  })
  const stored = async () => textOf((await readText(db, { documentId, lang: 'it' }))!)
  const rows = async () => (await db.selectFrom('document_update').where('document_id', '=', documentId).select('id').execute()).length
  return { documentId, name: `${documentId}.it`, stored, rows, personId: (await aPerson(db)).id }
}

async function aLine() {
  const line = await cable(databaseUrl)
  cleanUp.push(line.close)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'casa-spill-'))
  cleanUp.push(() => rmSync(folder, { recursive: true }))
  return { line, folder }
}

async function child(url: string, folder: string): Promise<{ url: string; process: ChildProcess }> {
  const script = path.join(import.meta.dirname, '../tests/support/collab/serve-child.ts')
  const started = spawn(process.execPath, [script, url, '0', folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  cleanUp.push(() => started.kill('SIGKILL'))
  const [line] = (await once(started.stdout!, 'data')) as [Buffer]
  return { url: String(line).trim(), process: started }
}

test('words whose author left during an outage are saved when the database is back', async () => {
  const { name, stored, personId } = await aText()
  const { line } = await aLine()
  const server = await serveCollab({ databaseUrl: line.url })
  cleanUp.push(server.close)
  const anna = liveClient({ url: server.url, name, personId })
  await anna.synced()
  line.cut()
  type(anna, ' Senza rete.')
  await until(() => anna.closes.includes(1013), 'closed because storage is away')
  anna.destroy()
  expect(server.collab.stats().failures).toBeGreaterThan(0)
  line.mend()
  await until(async () => (await stored()) === 'Inizio. Senza rete.', 'saved without their author', 5_000)
  const bruno = liveClient({ url: server.url, name, personId })
  cleanUp.push(bruno.destroy)
  await bruno.synced()
  type(bruno, ' E poi.')
  await bruno.saved()
  expect(await stored()).toBe('Inizio. Senza rete. E poi.')
})

test('SIGTERM during an outage spills unsaved words, says so in the exit code, and the next start saves them exactly once', async () => {
  const { name, stored, rows, personId, documentId } = await aText()
  const { line, folder } = await aLine()
  const first = await child(line.url, folder)
  const anna = liveClient({ url: first.url, name, personId })
  await anna.synced()
  type(anna, ' Salvata.')
  await anna.saved()
  line.cut()
  type(anna, ' Non salvata.')
  await until(() => anna.closes.includes(1013), 'closed because storage is away')
  const { clientID } = anna.doc
  anna.destroy()
  const ended = once(first.process, 'exit')
  first.process.kill('SIGTERM')
  expect((await ended)[0]).toBe(3)
  const [file = ''] = readdirSync(folder)
  expect(file).toMatch(/\.jsonl$/)
  const spilled = readFileSync(path.join(folder, file), 'utf8')
  expect(spilled.trim().split('\n')).toHaveLength(1)
  expect(await stored()).toBe('Inizio. Salvata.')

  line.mend()
  const second = await child(line.url, folder)
  expect(await stored()).toBe('Inizio. Salvata. Non salvata.')
  expect(await rows()).toBe(3)
  expect(readdirSync(folder)).toEqual([`${file}.imported`])
  second.process.kill('SIGKILL')

  // A crash between the commit and the renaming: the file is met again.
  expect(readFileSync(path.join(folder, `${file}.imported`), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
  rmSync(path.join(folder, `${file}.imported`))
  writeFileSync(path.join(folder, file), spilled)
  expect(await importSpill(db, folder, silent)).toBe(0)
  expect(await rows()).toBe(3)
  const owner = await db
    .selectFrom('document_client')
    .where('document_id', '=', documentId)
    .where('client_id', '=', clientID)
    .select('person_id')
    .executeTakeFirst()
  expect(owner?.person_id).toBe(personId)
})

test('a database that does not answer at all does not hold the stop up, and what was under way is spilled', async () => {
  const { name, stored, personId } = await aText()
  const { line, folder } = await aLine()
  const server = await serveCollab({ databaseUrl: line.url, spillFolder: folder })
  cleanUp.push(line.mend, server.close)
  const anna = liveClient({ url: server.url, name, personId })
  await anna.synced()
  type(anna, ' Prima.')
  await anna.saved()
  line.freeze()
  const before = server.collab.stats().frames
  type(anna, ' In volo.')
  await until(() => server.collab.stats().unsavedSeconds > 0, 'under way')
  type(anna, ' In coda.')
  await until(() => server.collab.stats().frames >= before + 2, 'queued')
  const start = performance.now()
  expect(await server.collab.close(500)).toBe(false)
  expect(performance.now() - start).toBeLessThan(2_000)
  expect(anna.provider.unsyncedChanges).toBeGreaterThan(0)
  anna.destroy()
  expect(await importSpill(db, folder, silent)).toBe(1)
  expect(await stored()).toBe('Inizio. Prima. In volo. In coda.')
})

test('a damaged line of a spill file is kept aside, never applied', async () => {
  const { name, stored, personId } = await aText()
  const { line, folder } = await aLine()
  const server = await serveCollab({ databaseUrl: line.url, spillFolder: folder })
  cleanUp.push(line.mend, server.close)
  const anna = liveClient({ url: server.url, name, personId })
  await anna.synced()
  line.cut()
  type(anna, ' Perduta.')
  await until(() => anna.closes.includes(1013), 'closed')
  anna.destroy()
  expect(await server.collab.close(200)).toBe(false)
  const [file = ''] = readdirSync(folder)
  const full = path.join(folder, file)
  const text = readFileSync(full, 'utf8')
  const { update } = JSON.parse(text) as { update: string }
  const bytes = Buffer.from(update, 'base64')
  bytes[bytes.length - 3]! ^= 4
  writeFileSync(full, text.replace(update, bytes.toString('base64')))
  expect(await importSpill(db, folder, silent)).toBe(0)
  expect(readdirSync(folder)).toEqual([`${file}.damaged`])
  expect(await stored()).toBe('Inizio.')
})
