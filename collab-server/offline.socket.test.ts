import { afterEach, expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import { createDocument } from '#app/documents/create-document.server.ts'
import { readText } from '#app/documents/log/read-text.server.ts'
import { blocksFromMarkdown } from '#app/documents/markdown/from-markdown.ts'
import { textOf } from '#app/documents/reading/text-of.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { liveClient, type, until } from '#tests/support/collab/live-client.ts'
import { serveCollab } from '#tests/support/collab/serve-collab.ts'

const { db, url: databaseUrl } = await useTestDatabase()
const cleanUp: (() => unknown)[] = []
afterEach(async () => {
  vi.useRealTimers()
  for (const step of cleanUp.splice(0).toReversed()) await step()
})

const marks = (who: string, count: number) => Array.from({ length: count }, (_, index) => `${who}${String(index).padStart(3, '0')}`)

test('an hour without a network, words on both sides, another server since: nothing is lost and nothing comes twice', async () => {
  const documentId = await createDocument(db, {
    kind: 'chapter',
    sourceLang: 'it',
    texts: { it: { type: 'doc', content: blocksFromMarkdown('Uno.\n\nDue.') } },
  })
  const name = `${documentId}.it`
  const [anna, bruno] = [await aPerson(db), await aPerson(db)]
  const first = await serveCollab({ databaseUrl })
  const away = liveClient({ url: first.url, name, personId: anna.id })
  const there = liveClient({ url: first.url, name, personId: bruno.id })
  cleanUp.push(there.destroy)
  await Promise.all([away.synced(), there.synced()])
  away.destroy() // the tab is offline; its document lives on in the browser
  const now = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now })
  for (const [index, word] of marks('a', 120).entries()) {
    vi.setSystemTime(now + index * 30_000) // one word every half minute, for an hour
    type(away, ` ${word}`, index % 2)
    type(there, ` b${word.slice(1)}`, index % 2)
  }
  // Anna also removes a word both had, while Bruno writes into the same paragraph.
  const line = (away.fragment.get(1) as Y.XmlElement).get(0) as Y.XmlText
  line.delete(0, 3)
  await there.saved()
  await first.close()
  const second = await serveCollab({ databaseUrl, port: first.port })
  cleanUp.push(second.close)
  const back = liveClient({ url: second.url, name, personId: anna.id, doc: away.doc })
  cleanUp.push(back.destroy)
  await back.synced()
  await until(() => there.provider.isSynced && there.text() === back.text(), 'both read the same', 20_000)
  const stored = textOf((await readText(db, { documentId, lang: 'it' }))!)
  for (const word of [...marks('a', 120), ...marks('b', 120)]) expect(stored.split(word).length - 1, word).toBe(1)
  expect(stored).toContain('Uno.')
  expect(stored).not.toContain('Due')
})
