import * as encoding from 'lib0/encoding'
import { afterAll, afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createDocument } from '#app/documents/create-document.server.ts'
import { fragmentName } from '#app/documents/log/fragment-name.ts'
import { readText } from '#app/documents/log/read-text.server.ts'
import { blocksFromMarkdown } from '#app/documents/markdown/from-markdown.ts'
import { textOf } from '#app/documents/reading/text-of.ts'
import { listVersions, readVersion } from '#app/documents/versions/version.queries.server.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { liveClient, type, until } from '#tests/support/collab/live-client.ts'
import { serveCollab } from '#tests/support/collab/serve-collab.ts'

const { db, url: databaseUrl } = await useTestDatabase()
const server = await serveCollab({ databaseUrl })
const cleanUp: (() => unknown)[] = []
afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step()
})
afterAll(server.close)

async function aText(markdown = 'Inizio.') {
  const texts = { it: { type: 'doc' as const, content: blocksFromMarkdown(markdown) } }
  const ref = { documentId: await createDocument(db, { kind: 'chapter', sourceLang: 'it', texts }), lang: 'it' }
  const name = `${ref.documentId}.it`
  const join = async () => {
    const client = liveClient({ url: server.url, name, personId: (await aPerson(db)).id })
    cleanUp.push(client.destroy)
    await client.synced()
    return client
  }
  const stored = async () => textOf((await readText(db, ref))!)
  return { ref, name, join, stored }
}

function updateFrame(name: string, update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, name)
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint(encoder, 2)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

test('a flood of frames is refused and says so, and the others go on undisturbed', async () => {
  const { join, stored, name } = await aText()
  const [mallory, anna] = [await join(), await join()]
  const scratch = new Y.Doc()
  Y.applyUpdate(scratch, Y.encodeStateAsUpdate(mallory.doc))
  const frames: Uint8Array[] = []
  scratch.on('update', (update: Uint8Array) => frames.push(updateFrame(name, update)))
  const text = (scratch.getXmlFragment(fragmentName).get(0) as Y.XmlElement).get(0) as Y.XmlText
  for (let count = 0; count < 3_000; count++) text.insert(text.length, '!')
  for (const frame of frames) mallory.provider.configuration.websocketProvider.send(frame)
  await until(() => mallory.stateless.length > 0, 'told')
  expect(mallory.stateless[0]).toEqual({ refused: true, reason: 'too-fast' })
  const start = performance.now()
  type(anna, ' Tranquilla.')
  await anna.saved()
  expect(performance.now() - start).toBeLessThan(3_000)
  const words = await stored()
  expect(words).toContain('Tranquilla.')
  expect(words.match(/!/g)!.length).toBeLessThan(3_000)
  expect(anna.stateless).toEqual([])
})

test('a burst that a fast paste makes is let through', async () => {
  const { join, stored } = await aText()
  const anna = await join()
  for (let count = 0; count < 800; count++) type(anna, 'x')
  await anna.saved()
  expect(await stored()).toBe(`Inizio.${'x'.repeat(800)}`)
})

test('whoever empties a real document leaves a version of it behind', async () => {
  const long = 'Una frase che conta. '.repeat(60).trim()
  const { ref, join } = await aText(long)
  const anna = await join()
  type(anna, ' E una nuova.')
  await anna.saved()
  const text = (anna.fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText
  text.delete(0, text.length)
  await anna.saved()
  await until(async () => (await listVersions(db, ref, { limit: 5 })).length > 0, 'a version', 5_000)
  const [version] = await listVersions(db, ref, { limit: 5 })
  expect(version!.reason).toBe('shrink')
  expect(textOf((await readVersion(db, ref, version!.id))!.content)).toBe(`${long} E una nuova.`)
})
