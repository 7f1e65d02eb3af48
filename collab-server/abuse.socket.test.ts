import net from 'node:net'
import * as encoding from 'lib0/encoding'
import { CompiledQuery } from 'kysely'
import { afterAll, afterEach, expect, test } from 'vitest'
import WebSocket from 'ws'
import * as Y from 'yjs'
import type { Access } from '#app/documents/access.ts'
import { createDocument } from '#app/documents/create-document.server.ts'
import { fragmentName } from '#app/documents/log/fragment-name.ts'
import { readText } from '#app/documents/log/read-text.server.ts'
import { blocksFromMarkdown } from '#app/documents/markdown/from-markdown.ts'
import { textOf } from '#app/documents/reading/text-of.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { type LiveClient, liveClient, type, until } from '#tests/support/collab/live-client.ts'
import { serveCollab, testOrigin } from '#tests/support/collab/serve-collab.ts'

const { db, url: databaseUrl } = await useTestDatabase()
const access = new Map<string, Access>()
const server = await serveCollab({
  databaseUrl,
  access: (actor) => (actor.kind === 'person' ? (access.get(actor.id) ?? 'write') : 'none'),
  recheckEveryMs: 600_000,
  parkMs: 1_000,
})
const cleanUp: (() => unknown)[] = []
afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step()
})
afterAll(server.close)

async function aText(kind: 'chapter' | 'practice' = 'chapter') {
  const content = kind === 'chapter' ? { texts: { it: { type: 'doc' as const, content: blocksFromMarkdown('Inizio.') } } } : {}
  const documentId = await createDocument(db, { kind, sourceLang: 'it', ...content })
  const join = async (given: Partial<Parameters<typeof liveClient>[0]> = {}) => {
    const personId = given.personId ?? (await aPerson(db)).id
    const client = liveClient({ url: server.url, name: `${documentId}.it`, personId, ...given })
    cleanUp.push(client.destroy)
    return { ...client, personId }
  }
  const stored = async () => textOf((await readText(db, { documentId, lang: 'it' }))!)
  return { documentId, name: `${documentId}.it`, join, stored }
}

/** Upgrade by hand: the status it is answered with. */
const upgradeStatus = (headers: Record<string, string>) =>
  new Promise<number>((resolve, reject) => {
    const socket = new WebSocket(server.url, { headers })
    socket.on('unexpected-response', (request, response) => {
      request.destroy()
      resolve(response.statusCode ?? 0)
    })
    socket.on('open', () => {
      socket.terminate()
      resolve(101)
    })
    socket.on('error', (error) => /Unexpected|closed before/.test(error.message) || reject(error))
  })

/** The first line of the answer to request lines as a stranger may write them; empty when there is none within a second. */
const answerTo = (target: string, upgrade: string) =>
  new Promise<string>((resolve) => {
    const socket = net.connect(server.port, '127.0.0.1')
    let heard = ''
    const done = () => {
      socket.destroy()
      resolve(heard.split('\r\n', 1)[0] ?? '')
    }
    socket.setTimeout(1_000, done).on('close', done).on('error', done)
    socket.on('data', (bytes) => ((heard += bytes.toString()), heard.includes('\r\n\r\n') && done()))
    socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: ${upgrade}\r\n\r\n`)
  })

/** One whole frame with an update, as only a hostile client would send it. */
function rawUpdate(name: string, update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, name)
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint(encoder, 2)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

const send = (client: Pick<LiveClient, 'provider'>, frame: Uint8Array) => client.provider.configuration.websocketProvider.send(frame)
const paragraph = (client: Pick<LiveClient, 'fragment'>, at = 0) => client.fragment.get(at) as Y.XmlElement

test('a page of another origin is refused before there is a socket', async () => {
  const { id } = await aPerson(db)
  expect(await upgradeStatus({ cookie: `person=${id}`, origin: 'https://evil.example' })).toBe(403)
  expect(await upgradeStatus({ cookie: `person=${id}` })).toBe(403)
})

test('an upgrade at no address of ours is an ordinary request, however odd, and harms nobody', async () => {
  for (const target of ['//', '/', '/healthz', '/collab/', '/collab2', '//collab', 'http://[/'])
    expect([target, await answerTo(target, 'websocket')]).toEqual([target, 'HTTP/1.1 200 OK'])
  expect(await answerTo('/healthz', 'h2c')).toBe('HTTP/1.1 200 OK')
  expect(await answerTo('/collab?doc=%', 'h2c')).toBe('HTTP/1.1 403 Forbidden')
  expect(await upgradeStatus({ origin: testOrigin })).toBe(401)
})

test('a visitor without a session is refused before there is a socket', async () => {
  expect(await upgradeStatus({ origin: testOrigin })).toBe(401)
  const { id } = await aPerson(db)
  expect(await upgradeStatus({ origin: testOrigin, cookie: `person=${id}` })).toBe(101)
})

test('a text one may not read and a text that does not exist answer alike', async () => {
  const { join } = await aText()
  const person = await aPerson(db)
  access.set(person.id, 'none')
  const forbidden = await join({ personId: person.id })
  const absent = await join({ name: '0190d3a5-7c1e-7000-8000-00000000dead.it' })
  const nonsense = await join({ name: 'rubbish' })
  await until(() => [forbidden, absent, nonsense].every((client) => client.denied.length > 0), 'three refusals')
  expect([forbidden.denied[0], absent.denied[0], nonsense.denied[0]]).toEqual(['forbidden', 'forbidden', 'forbidden'])
  expect(server.collab.stats().documents).toBe(0)
})

test('an editor older than the schema gets no bytes', async () => {
  const { join } = await aText()
  const old = await join({ token: 'schema:0' })
  await until(() => old.denied.length > 0, 'a refusal')
  expect(old.denied[0]).toBe('editor-too-old')
  expect(old.fragment.length).toBe(0)
})

test('a reader sees the text and cannot change a byte of it', async () => {
  const { join, stored } = await aText()
  const person = await aPerson(db)
  access.set(person.id, 'read')
  const reader = await join({ personId: person.id })
  await until(() => reader.provider.isSynced, 'synced')
  expect(reader.text()).toContain('Inizio')
  expect(reader.provider.authorizedScope).toBe('readonly')
  type(reader, ' Mio.')
  await until(() => reader.stateless.length > 0, 'told')
  expect(reader.stateless[0]).toEqual({ refused: true, reason: 'read-only' })
  expect(await stored()).toBe('Inizio.')
})

const poisons: [string, string, (client: LiveClient) => void][] = [
  [
    'a javascript link',
    'bad-attribute',
    (client) => (paragraph(client).get(0) as Y.XmlText).format(0, 3, { link: { href: 'javascript:alert(1)' } }),
  ],
  ['an unknown mark', 'unknown-mark', (client) => (paragraph(client).get(0) as Y.XmlText).format(0, 3, { blink: {} })],
  ['an unknown node', 'unknown-node', (client) => client.fragment.insert(0, [new Y.XmlElement('iframe')])],
  ['an embed', 'unknown-node', (client) => (paragraph(client).get(0) as Y.XmlText).insertEmbed(0, { src: 'x' })],
  ['a paragraph in a paragraph', 'bad-nesting', (client) => paragraph(client).insert(0, [new Y.XmlElement('paragraph')])],
  ['another root', 'unknown-node', (client) => client.doc.getXmlFragment('other').insert(0, [new Y.XmlElement('paragraph')])],
  ['a map beside the text', 'unknown-node', (client) => void client.doc.getMap('config').set('a', 1)],
  ['a section in a free text', 'fixed-sections', (client) => client.fragment.insert(0, [new Y.XmlElement('section')])],
  [
    'a heading of level 99',
    'bad-attribute',
    (client) => {
      const heading = new Y.XmlElement('heading')
      heading.setAttribute('level', 99 as never)
      client.fragment.insert(0, [heading])
    },
  ],
  [
    'nesting deeper than 32',
    'too-deep',
    (client) => {
      let parent: Y.XmlFragment = client.fragment
      for (let depth = 0; depth < 40; depth++) {
        const quote = new Y.XmlElement('blockquote')
        parent.insert(0, [quote])
        parent = quote
      }
    },
  ],
]

test.each(poisons)('%s is refused, its author is told, others are not disturbed', async (_title, reason, poison) => {
  const { join, stored } = await aText()
  const [mallory, anna] = [await join(), await join()]
  await Promise.all([mallory.synced(), anna.synced()])
  mallory.doc.transact(() => poison(mallory))
  await until(() => mallory.stateless.length > 0, 'told')
  expect(mallory.stateless[0]).toEqual({ refused: true, reason })
  expect(mallory.provider.unsyncedChanges).toBeGreaterThan(0)
  type(anna, ' Anna.')
  await anna.saved()
  expect(await stored()).toBe('Inizio. Anna.')
  expect(anna.closes).toEqual([])
})

test('an attribute set later on an existing block is judged too', async () => {
  const { join, stored } = await aText()
  const mallory = await join()
  await mallory.synced()
  paragraph(mallory).setAttribute('lang', 'ar')
  await mallory.saved()
  paragraph(mallory).setAttribute('lang', '"><script>')
  await until(() => mallory.stateless.length > 0, 'told')
  expect(await stored()).toBe('Inizio.')
})

test('rubbish bytes are refused and nothing breaks', async () => {
  const { join, name, stored } = await aText()
  const [mallory, anna] = [await join(), await join()]
  await Promise.all([mallory.synced(), anna.synced()])
  send(mallory, rawUpdate(name, new Uint8Array([9, 9, 9, 200, 200, 1, 2])))
  await until(() => mallory.stateless.length > 0, 'told')
  expect(mallory.stateless[0]).toEqual({ refused: true, reason: 'malformed' })
  for (const opcode of [3, 5, 6, 8, 9, 42]) send(mallory, new Uint8Array([...rawUpdate(name, new Uint8Array()).slice(0, 40), opcode, 1, 1]))
  type(anna, ' Vivo.')
  await anna.saved()
  expect(await stored()).toBe('Inizio. Vivo.')
})

test('nobody writes under a colleague’s client id, not even one seen only in presence', async () => {
  const { join, name, stored } = await aText()
  const [mallory, anna] = [await join(), await join()]
  await Promise.all([mallory.synced(), anna.synced()])
  anna.provider.setAwarenessField('user', { name: 'Anna' })
  await until(() => mallory.provider.awareness!.getStates().has(anna.doc.clientID), 'Anna is seen')
  const forged = new Y.Doc()
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(mallory.doc))
  forged.clientID = anna.doc.clientID
  forged.getXmlFragment(fragmentName).insert(0, [new Y.XmlElement('paragraph')])
  send(mallory, rawUpdate(name, Y.encodeStateAsUpdate(forged, Y.encodeStateVector(mallory.doc))))
  await until(() => mallory.stateless.length > 0, 'told')
  expect(mallory.stateless[0]).toEqual({ refused: true, reason: 'foreign-client' })
  type(anna, ' Anna.')
  await anna.saved()
  expect(await stored()).toBe('Inizio. Anna.')
})

test('a piece that builds on something nobody has is refused after its time, without waiting in the text', async () => {
  const { join, name, stored } = await aText()
  const mallory = await join()
  await mallory.synced()
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(mallory.doc))
  type({ ...mallory, doc: other, fragment: other.getXmlFragment(fragmentName) }, 'a')
  const before = Y.encodeStateVector(other)
  type({ ...mallory, doc: other, fragment: other.getXmlFragment(fragmentName) }, 'b')
  send(mallory, rawUpdate(name, Y.encodeStateAsUpdate(other, before)))
  await until(() => mallory.stateless.length > 0, 'told')
  expect(mallory.stateless[0]).toEqual({ refused: true, reason: 'gap' })
  expect(await stored()).toBe('Inizio.')
})

test('a piece that came before what it builds on is saved when that arrives', async () => {
  const { join, name, stored } = await aText()
  const anna = await join()
  await anna.synced()
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(anna.doc))
  const there = { ...anna, doc: other, fragment: other.getXmlFragment(fragmentName) }
  const start = Y.encodeStateVector(other)
  type(there, ' a')
  const middle = Y.encodeStateVector(other)
  type(there, ' b')
  send(anna, rawUpdate(name, Y.encodeStateAsUpdate(other, middle)))
  send(anna, rawUpdate(name, Y.encodeStateAsUpdate(other, start)))
  await until(async () => (await stored()) === 'Inizio. a b', 'both pieces')
  expect(anna.stateless).toEqual([])
})

test('fixed sections cannot be removed', async () => {
  const { join, documentId } = await aText('practice')
  const mallory = await join()
  await mallory.synced()
  mallory.fragment.delete(0, 2)
  await until(() => mallory.stateless.length > 0, 'told')
  expect(mallory.stateless[0]).toEqual({ refused: true, reason: 'fixed-sections' })
  expect((await readText(db, { documentId, lang: 'it' }))!.content).toHaveLength(9)
})

test('whoever loses access is disconnected within two seconds, and told why on coming back', async () => {
  const { join } = await aText()
  const person = await aPerson(db)
  const anna = await join({ personId: person.id })
  await anna.synced()
  access.set(person.id, 'none')
  const start = performance.now()
  await db.executeQuery(CompiledQuery.raw('select pg_notify($1, $2)', ['access_changed', person.id]))
  await until(() => anna.closes.includes(4403), 'closed', 2_000)
  expect(performance.now() - start).toBeLessThan(2_000)
  await until(() => anna.denied.includes('forbidden'), 'told')
})

test('a frame larger than allowed ends that socket only', async () => {
  const { join, name } = await aText()
  const [mallory, anna] = [await join(), await join()]
  await Promise.all([mallory.synced(), anna.synced()])
  send(mallory, rawUpdate(name, new Uint8Array(9 * 1024 * 1024)))
  await until(() => mallory.closes.includes(1009), 'closed')
  type(anna, ' x')
  await anna.saved()
})
