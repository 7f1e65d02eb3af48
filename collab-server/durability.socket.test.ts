import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
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

const { db, url: databaseUrl } = await useTestDatabase()
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
  return { name: `${documentId}.it`, stored, personId: (await aPerson(db)).id }
}

async function child(port = 0): Promise<{ url: string; process: ChildProcess }> {
  const script = path.join(import.meta.dirname, '../tests/support/collab/serve-child.ts')
  const started = spawn(process.execPath, [script, databaseUrl, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] })
  cleanUp.push(() => started.kill('SIGKILL'))
  const [line] = (await once(started.stdout!, 'data')) as [Buffer]
  return { url: String(line).trim(), process: started }
}

test.each([1, 2, 3])('kill -9 right after “saved”, everybody gone, loses nothing (round %i)', async () => {
  const { name, stored, personId } = await aText()
  const { url, process: server } = await child()
  const anna = liveClient({ url, name, personId })
  cleanUp.push(anna.destroy)
  await anna.synced()
  for (let index = 0; index < 20; index++) type(anna, ` ${index}`)
  await anna.saved()
  server.kill('SIGKILL')
  anna.destroy()
  await once(server, 'exit')
  expect(await stored()).toBe(`Inizio.${Array.from({ length: 20 }, (_, index) => ` ${index}`).join('')}`)
})

test('a server that dies mid-sentence gets the unsaved rest when it is back', async () => {
  const { name, stored, personId } = await aText()
  const first = await child()
  const anna = liveClient({ url: first.url, name, personId })
  cleanUp.push(anna.destroy)
  await anna.synced()
  for (let index = 0; index < 200; index++) type(anna, 'x')
  first.process.kill('SIGKILL')
  for (let index = 0; index < 50; index++) type(anna, 'y')
  await once(first.process, 'exit')
  await child(Number(new URL(first.url).port))
  await until(() => anna.provider.isSynced && anna.provider.unsyncedChanges === 0, 'saved again', 20_000)
  expect(await stored()).toBe(`Inizio.${'x'.repeat(200)}${'y'.repeat(50)}`)
})

test('while the database is away nothing is called saved; when it is back everything is saved', async () => {
  const { name, stored, personId } = await aText()
  const line = await cable(databaseUrl)
  cleanUp.push(line.close)
  const server = await serveCollab({ databaseUrl: line.url })
  cleanUp.push(server.close)
  const [anna, bruno] = [
    liveClient({ url: server.url, name, personId }),
    liveClient({ url: server.url, name, personId: (await aPerson(db)).id }),
  ]
  cleanUp.push(anna.destroy, bruno.destroy)
  await Promise.all([anna.synced(), bruno.synced()])
  line.cut()
  type(anna, ' Senza rete.')
  await until(() => anna.closes.includes(1013), 'closed because storage is away')
  expect(anna.provider.unsyncedChanges).toBeGreaterThan(0)
  expect(bruno.text()).not.toContain('Senza rete')
  expect(anna.denied).toEqual([])
  line.mend()
  await until(() => anna.provider.isSynced && anna.provider.unsyncedChanges === 0, 'saved', 20_000)
  expect(await stored()).toBe('Inizio. Senza rete.')
  await until(() => bruno.text().includes('Senza rete.'), 'seen')
})

test('a text that cannot be loaded is never shown as empty: the socket closes and the client tries again', async () => {
  const { name, personId } = await aText()
  const line = await cable(databaseUrl)
  cleanUp.push(line.close)
  const server = await serveCollab({
    databaseUrl: line.url,
    authenticate: () =>
      Promise.resolve({ kind: 'person', id: personId, name: 'x', email: 'x', role: 'editor', organisations: [], programmes: [] }),
    accessTo: () => Promise.resolve('write'),
  })
  cleanUp.push(server.close)
  line.cut()
  const anna = liveClient({ url: server.url, name, personId })
  cleanUp.push(anna.destroy)
  await until(() => anna.closes.includes(1013), 'closed')
  expect(anna.provider.isSynced).toBe(false)
  expect(anna.denied).toEqual([])
  line.mend()
  await until(() => anna.text().includes('Inizio.'), 'loaded', 20_000)
})

test('closing the server commits what has come and lets clients come back', async () => {
  const { name, stored, personId } = await aText()
  const server = await serveCollab({ databaseUrl })
  const anna = liveClient({ url: server.url, name, personId })
  cleanUp.push(anna.destroy)
  await anna.synced()
  type(anna, ' Ultima.')
  await anna.saved()
  expect(await server.collab.close(2_000)).toBe(true)
  await server.close()
  expect(await stored()).toBe('Inizio. Ultima.')
  expect(anna.closes).toContain(1012)
})

test('a damaged text opens read-only with what could be read, and is not overwritten', async () => {
  const { name, personId } = await aText()
  const documentId = name.slice(0, 36)
  const server = await serveCollab({ databaseUrl })
  cleanUp.push(server.close)
  const first = liveClient({ url: server.url, name, personId })
  await first.synced()
  type(first, ' Ancora.')
  await first.saved()
  first.destroy()
  await until(() => server.collab.stats().documents === 0, 'unloaded')
  const last = await db
    .selectFrom('document_update')
    .where('document_id', '=', documentId)
    .select(['id', 'update'])
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const broken = Buffer.from(last.update)
  broken[broken.length - 3]! ^= 4
  await db.updateTable('document_update').set({ update: broken }).where('id', '=', last.id).execute()
  const anna = liveClient({ url: server.url, name, personId })
  cleanUp.push(anna.destroy)
  await until(() => anna.provider.isSynced, 'opened')
  expect(anna.text()).toBe('<paragraph>Inizio.</paragraph>'.replace('<paragraph>', anna.text().slice(0, anna.text().indexOf('>') + 1)))
  type(anna, ' Io.')
  await until(() => anna.stateless.length > 0, 'told')
  expect(anna.stateless[0]).toEqual({ refused: true, reason: 'read-only' })
  const rows = await db.selectFrom('document_update').where('document_id', '=', documentId).select('update').orderBy('id', 'desc').execute()
  expect(rows).toHaveLength(2)
  expect(rows[0]!.update).toEqual(broken)
  const { damaged_at } = await db
    .selectFrom('document_text')
    .where('document_id', '=', documentId)
    .select('damaged_at')
    .executeTakeFirstOrThrow()
  expect(damaged_at).not.toBeNull()
})
