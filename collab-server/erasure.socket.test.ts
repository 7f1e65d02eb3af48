import { afterAll, afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { schemaVersion } from '#app/documents/schema/definitions.ts'
import { createDocument } from '#app/documents/create-document.server.ts'
import { eraseFromText } from '#app/documents/erasure/erase-from-text.server.ts'
import { readText } from '#app/documents/log/read-text.server.ts'
import { blocksFromMarkdown } from '#app/documents/markdown/from-markdown.ts'
import { textOf } from '#app/documents/reading/text-of.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { liveClient, type, until } from '#tests/support/collab/live-client.ts'
import { serveCollab } from '#tests/support/collab/serve-collab.ts'

const { db, url: databaseUrl } = await useTestDatabase()
const server = await serveCollab({ databaseUrl, parkMs: 500 })
const cleanUp: (() => unknown)[] = []
afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step()
})
afterAll(server.close)

async function aText() {
  const texts = { it: { type: 'doc' as const, content: blocksFromMarkdown('Abita da Mario Rossi.') } }
  const ref = { documentId: await createDocument(db, { kind: 'chapter', sourceLang: 'it', texts }), lang: 'it' }
  const join = async (personId: string, doc?: Y.Doc) => {
    const client = liveClient({ url: server.url, name: `${ref.documentId}.it`, personId, ...(doc ? { doc } : {}) })
    cleanUp.push(client.destroy)
    await until(() => client.provider.isSynced, 'synced')
    return client
  }
  const stored = async () => textOf((await readText(db, ref))!)
  return { ref, join, stored }
}

test('people who have an erased text open start afresh, and what they still hold of it is refused', async () => {
  const { ref, join, stored } = await aText()
  const { id } = await aPerson(db)
  const anna = await join(id)
  type(anna, ' Con Lucia.')
  await anna.saved()
  await eraseFromText(db, { ...ref, what: ['Mario Rossi'] })
  await until(() => anna.closes.includes(4205), 'sent away')
  await until(() => anna.stateless.length > 0, 'told')
  expect(anna.stateless[0]).toEqual({ refused: true, reason: 'foreign-client' })
  anna.destroy()
  const bruno = await join((await aPerson(db)).id)
  expect(bruno.text()).not.toContain('Mario')
  type(bruno, ' Ancora.')
  await bruno.saved()
  expect(await stored()).toBe('Abita da . Con Lucia. Ancora.')
})

test('a client that was away and comes back with the old text is not merged, with or without words of its own', async () => {
  const { ref, join, stored } = await aText()
  const { id } = await aPerson(db)
  const before = await join(id)
  type(before, ' Prima.')
  await before.saved()
  const kept = Y.encodeStateAsUpdate(before.doc)
  before.destroy()
  await until(() => server.collab.stats().documents === 0, 'unloaded')
  await eraseFromText(db, { ...ref, what: ['Mario Rossi'] })

  for (const own of [false, true]) {
    const offline = new Y.Doc()
    Y.applyUpdate(offline, kept)
    if (own) ((offline.getXmlFragment('default').get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'In treno: ')
    const back = await join(id, offline)
    await until(() => back.stateless.length > 0, 'told')
    expect(back.stateless[0]).toMatchObject({ refused: true })
    back.destroy()
  }
  expect(await stored()).toBe('Abita da . Prima.')
  const newcomer = await join((await aPerson(db)).id)
  expect(newcomer.text()).not.toContain('Mario')
})

test('a page made of an older epoch is told so before a byte is exchanged', async () => {
  const { ref } = await aText()
  await eraseFromText(db, { ...ref, what: ['Mario Rossi'] })
  const { id } = await aPerson(db)
  const enter = (token: string) => {
    const client = liveClient({ url: server.url, name: `${ref.documentId}.it`, personId: id, token })
    cleanUp.push(client.destroy)
    return client
  }
  const old = enter(`schema:${schemaVersion} epoch:1`)
  await until(() => old.denied.length > 0, 'refused')
  expect(old.denied).toContain('rebuilt')
  expect(old.text()).toBe('')
  const current = enter(`schema:${schemaVersion} epoch:2`)
  await until(() => current.provider.isSynced, 'synced')
  expect(current.text()).toContain('Abita da')
})
