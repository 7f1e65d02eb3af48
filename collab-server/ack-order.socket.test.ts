import { afterEach, expect, test } from 'vitest'
import { createDocument } from '#app/documents/create-document.server.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { cable } from '#tests/support/collab/cable.ts'
import { LiteClient, seedState } from '#tests/support/collab/lite-client.ts'
import { markOf } from '#tests/support/collab/marks.ts'
import { until } from '#tests/support/collab/live-client.ts'
import { serveCollab, testOrigin } from '#tests/support/collab/serve-collab.ts'

const { db, url: databaseUrl } = await useTestDatabase()
const cleanUp: (() => unknown)[] = []
afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step()
})

const writers = 3
const edits = 60

/** Numbers of edits by what happened to them, in the order in which it passed us. */
type Step = 'sent' | 'asked' | 'committed' | 'acknowledged' | 'seen'

/** Ends of transactions in what the database answers: ReadyForQuery, outside a transaction. */
const readyForQuery = Buffer.from([0x5a, 0, 0, 0, 5, 0x49])

test('a trace of the wire: no acknowledgement leaves, and nobody sees a word, before the commit was answered', async () => {
  const trace: { step: Step; edit: string }[] = []
  const underWay: string[] = []
  const all = Array.from({ length: writers }, (_, writer) => Array.from({ length: edits }, (__, number) => markOf(writer, number))).flat()
  const asked = new Set<string>()
  const line = await cable(databaseUrl, (direction, data) => {
    if (direction === 'asked') {
      // Updates pass as bytes, or as hexadecimal text when several texts are committed at once.
      for (const edit of all)
        if (!asked.has(edit) && (data.includes(edit) || data.includes(Buffer.from(edit).toString('hex')))) {
          asked.add(edit)
          underWay.push(edit)
          trace.push({ step: 'asked', edit })
        }
    } else if (data.includes(readyForQuery)) for (const edit of underWay.splice(0)) trace.push({ step: 'committed', edit })
  })
  const server = await serveCollab({ databaseUrl: line.url })
  cleanUp.push(line.close, server.close)
  const documentId = await createDocument(db, { kind: 'chapter', sourceLang: 'it' })
  const headers = { cookie: `person=${(await aPerson(db)).id}`, origin: testOrigin }
  const clients: LiteClient[] = []
  for (let writer = 0; writer < writers; writer++) {
    const client = new LiteClient(
      { url: server.url, headers, name: `${documentId}.it`, writer },
      {
        onSent: (_client, number) => trace.push({ step: 'sent', edit: markOf(writer, number) }),
        onAck: (_client, number, _sentAt, _at, saved) => {
          if (number >= 0 && saved) trace.push({ step: 'acknowledged', edit: markOf(writer, number) })
        },
        onSeen: (_client, by, number) => trace.push({ step: 'seen', edit: markOf(by, number) }),
      },
    )
    await client.ready
    cleanUp.push(() => client.destroy())
    if (writer === 0) client.seed(seedState(writers))
    await until(() => client.unacknowledged === 0, 'seeded')
    clients.push(client)
  }
  for (let number = 0; number < edits; number++) {
    line.slow(number % 7 === 0 ? 15 : number % 3) // commits overlap with edits in every way
    for (const client of clients) client.edit(number)
    await new Promise((resolve) => setTimeout(resolve, number % 5))
  }
  await until(() => clients.every((client) => client.unacknowledged === 0), 'all acknowledged', 20_000)
  const first = new Map<string, number>()
  trace.forEach(({ step, edit }, at) => first.has(`${step} ${edit}`) || first.set(`${step} ${edit}`, at))
  for (const edit of all) {
    const at = (step: Step) => first.get(`${step} ${edit}`) ?? Number.NaN
    expect(at('asked'), edit).toBeGreaterThan(at('sent'))
    expect(at('committed'), edit).toBeGreaterThan(at('asked'))
    expect(at('acknowledged'), edit).toBeGreaterThan(at('committed'))
    expect(at('seen'), edit).toBeGreaterThan(at('committed'))
  }
})
