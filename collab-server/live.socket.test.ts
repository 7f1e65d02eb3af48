import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { createDocument } from '#app/documents/create-document.server.ts'
import { readText } from '#app/documents/log/read-text.server.ts'
import { writeText } from '#app/documents/log/write-text.server.ts'
import { blocksFromMarkdown } from '#app/documents/markdown/from-markdown.ts'
import { textOf } from '#app/documents/reading/text-of.ts'
import type { DocJson } from '#app/documents/schema/json.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { liveClient, type, until } from '#tests/support/collab/live-client.ts'
import { serveCollab } from '#tests/support/collab/serve-collab.ts'

const { db, url: databaseUrl } = await useTestDatabase()
const cleanUp: (() => unknown)[] = []
afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step()
})

const doc = (markdown: string): DocJson => ({ type: 'doc', content: blocksFromMarkdown(markdown) })

async function served(options: Partial<Parameters<typeof serveCollab>[0]> = {}) {
  const server = await serveCollab({ databaseUrl, ...options })
  cleanUp.push(server.close)
  const documentId = await createDocument(db, { kind: 'chapter', sourceLang: 'it', texts: { it: doc('Inizio.') } })
  const name = `${documentId}.it`
  const join = async (given: Partial<Parameters<typeof liveClient>[0]> = {}) => {
    const personId = given.personId ?? (await aPerson(db)).id
    const client = liveClient({ url: server.url, name, personId, ...given })
    cleanUp.push(client.destroy)
    return client
  }
  const stored = async () => textOf((await readText(db, { documentId, lang: 'it' }))!)
  return { server, documentId, name, join, stored, ref: { documentId, lang: 'it' } }
}

test('two people see each other’s words, and what is shown as saved is in the log', async () => {
  const { join, stored } = await served()
  const [anna, bruno] = [await join(), await join()]
  await Promise.all([anna.synced(), bruno.synced()])
  type(anna, ' Anna.')
  await anna.saved()
  expect(await stored()).toBe('Inizio. Anna.')
  type(bruno, ' Bruno.')
  await bruno.saved()
  await until(() => anna.text() === bruno.text() && anna.text().includes('Bruno'), 'both see both')
})

test('nothing is seen by others or called saved before its commit has returned', async () => {
  const { join } = await served()
  const [anna, bruno] = [await join(), await join()]
  await Promise.all([anna.synced(), bruno.synced()])
  await db.transaction().execute(async (trx) => {
    await sql`lock table document_update in share mode`.execute(trx)
    type(anna, ' Sospeso.')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(anna.provider.unsyncedChanges).toBe(1)
    expect(bruno.text()).not.toContain('Sospeso')
  })
  await anna.saved()
  await until(() => bruno.text().includes('Sospeso'), 'seen')
})

test('words typed before the connection was ready arrive too', async () => {
  const { join, stored } = await served()
  const anna = await join()
  type(anna, 'Subito.', 0)
  await anna.synced()
  expect(await stored()).toContain('Subito.')
})

test('contributors and the owners of client ids are noted with the words', async () => {
  const { join, ref } = await served()
  const person = await aPerson(db)
  const anna = await join({ personId: person.id })
  await anna.synced()
  type(anna, ' x')
  await anna.saved()
  const owners = await db
    .selectFrom('document_client')
    .where('document_id', '=', ref.documentId)
    .select(['client_id', 'person_id'])
    .execute()
  expect(owners).toEqual([{ client_id: anna.doc.clientID, person_id: person.id }])
  const people = await db.selectFrom('document_contributor').where('document_id', '=', ref.documentId).select('person_id').execute()
  expect(people).toEqual([{ person_id: person.id }])
})

test('a writer outside the live server is seen by people who have the text open', async () => {
  const { join, ref } = await served()
  const anna = await join()
  await anna.synced()
  await writeText(db, { ...ref, personId: null, change: () => doc('Inizio dal modulo.') })
  await until(() => anna.text().includes('dal modulo'), 'the form’s words')
  type(anna, ' E poi.')
  await anna.saved()
})

test('two processes on one database converge', async () => {
  const { join } = await served()
  const other = await serveCollab({ databaseUrl })
  cleanUp.push(other.close)
  const [anna, bruno] = [await join(), await join({ url: other.url })]
  await Promise.all([anna.synced(), bruno.synced()])
  type(anna, ' A')
  type(bruno, ' B')
  await until(() => anna.text() === bruno.text() && /A/.test(anna.text()) && /B/.test(anna.text()), 'both on both')
})

test('a text is unloaded when everybody has left, and opens again as it was', async () => {
  const { join, server } = await served()
  const anna = await join()
  await anna.synced()
  type(anna, ' Resta.')
  await anna.saved()
  anna.destroy()
  await until(() => server.collab.stats().documents === 0, 'unloaded')
  const bruno = await join()
  await bruno.synced()
  expect(bruno.text()).toContain('Resta.')
})

test('leaving right after typing loses nothing that was sent', async () => {
  const { join, stored, server } = await served()
  const anna = await join()
  await anna.synced()
  for (let index = 0; index < 50; index++) type(anna, ` ${index}`)
  await anna.saved()
  anna.destroy()
  const bruno = await join()
  await bruno.synced()
  expect(bruno.text()).toContain(' 49')
  expect(await stored()).toContain(' 49')
  expect(server.collab.stats().unsavedSeconds).toBe(0)
})

test('a long tail is folded into a snapshot while people write', async () => {
  const { join, ref, stored } = await served()
  const anna = await join()
  await anna.synced()
  for (let round = 0; round < 8; round++) {
    type(anna, 'x'.repeat(10_000))
    await anna.saved()
  }
  await until(
    async () => (await db.selectFrom('document_snapshot').where('document_id', '=', ref.documentId).select('id').execute()).length === 1,
    'a snapshot',
  )
  type(anna, ' fine')
  await anna.saved()
  expect(await stored()).toMatch(/x{80000} fine$/)
})

test('random edits of four people converge', async () => {
  const seed = Number(process.env.SEED_RANDOM ?? Math.floor(Math.random() * 1e9))
  let state = seed
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
  const { join, stored } = await served()
  const people = await Promise.all(Array.from({ length: 4 }, () => join()))
  await Promise.all(people.map((person) => person.synced()))
  for (let step = 0; step < 200; step++) {
    const person = people[random(4)]!
    const text = (
      person.fragment.get(random(person.fragment.length)) as unknown as {
        get: (index: number) => { length: number; delete: (at: number, n: number) => void } | undefined
      }
    ).get(0)
    if (random(4) === 0 && text && text.length > 3) text.delete(random(text.length - 2), 2)
    else type(person, String.fromCharCode(97 + random(26)).repeat(1 + random(5)), random(person.fragment.length + 1))
    if (random(5) === 0) await new Promise((resolve) => setTimeout(resolve, random(8)))
  }
  await Promise.all(people.map((person) => person.saved()))
  await until(() => new Set(people.map((person) => person.text())).size === 1, `all equal (seed ${seed})`)
  expect(people[0]!.text().replaceAll(/<[^>]+>/g, ''), `seed ${seed}`).toBe((await stored()).replaceAll('\n', ''))
})
