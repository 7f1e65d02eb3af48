import { afterEach, expect, test } from 'vitest'
import { closeMeeting } from '#app/codesign/board/close-meeting.server.ts'
import { readParticipant } from '#app/codesign/join/participant-session.server.ts'
import { createTables } from '#app/codesign/tables/create-tables.server.ts'
import { lockTable } from '#app/codesign/tables/lock-table.server.ts'
import { revertWords } from '#app/codesign/tables/revert-words.server.ts'
import { listTables } from '#app/codesign/tables/table.queries.server.ts'
import { takeSeat } from '#app/codesign/tables/take-seat.server.ts'
import { accessTo } from '#app/desk/document-access.server.ts'
import { compactText } from '#app/documents/log/compact-text.server.ts'
import { readText } from '#app/documents/log/read-text.server.ts'
import { textOf } from '#app/documents/reading/text-of.ts'
import { aJoinCode, aMeeting, aParticipant, aProcess } from '#tests/support/codesign.ts'
import { liveClient, type LiveClient, type, until } from '#tests/support/collab/live-client.ts'
import { serveCollab } from '#tests/support/collab/serve-collab.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'

const { db, url: databaseUrl } = await useTestDatabase()
const editor = await aPerson(db, { role: 'editor' })
const server = await serveCollab({
  databaseUrl,
  authenticate: async (request) => {
    const here = await readParticipant(db, request.headers.cookie, { secure: false })
    return here && !here.ended ? here.participant : undefined
  },
  accessTo,
})
const open: LiveClient[] = []
afterEach(() => open.splice(0).forEach((client) => client.destroy()))

/** A meeting with two tables and a code. */
async function aMeetingWithTables() {
  const process = await aProcess(db)
  const meeting = await aMeeting(db, process.id)
  const place = { processId: process.id, meetingId: meeting.id }
  await createTables(db, editor, place, { titles: ['Tavolo 1', 'Tavolo 2'], prompt: '', lang: 'it' })
  const code = await aJoinCode(db, process.id, { meetingId: meeting.id })
  const tables = await listTables(db, meeting.id)
  return { process, place, code, tables, name: (at: number) => `${tables[at]!.documentId}.it` }
}
type Met = Awaited<ReturnType<typeof aMeetingWithTables>>

async function seated({ process, place, code, tables }: Met, at: number, pseudonym: string) {
  const { id, cookie } = await aParticipant(db, process.id, { join_code_id: code.id, pseudonym })
  const here = await readParticipant(db, cookie, { secure: false })
  await takeSeat(db, here!.participant, place.meetingId, tables[at]!.id)
  return { id, cookie }
}

function enter(cookie: string, name: string): LiveClient {
  const client = liveClient({ url: server.url, name, cookie })
  open.push(client)
  return client
}

test('participants write at their own table under their pseudonym, and nowhere else', async () => {
  const met = await aMeetingWithTables()
  const first = await seated(met, 0, 'Ulivo 1')
  const second = await seated(met, 0, 'Rondine 2')
  const [one, other] = [enter(first.cookie, met.name(0)), enter(second.cookie, met.name(0))]
  await Promise.all([one.synced(), other.synced()])
  type(one, 'Una casa per tutti')
  one.provider.setAwarenessField('cursor', null)
  await until(() => other.text().includes('Una casa per tutti'), 'the words')
  await one.saved()
  const names = () =>
    [...(other.provider.awareness?.getStates().values() ?? [])].map((state) => (state.user as { name?: string } | undefined)?.name)
  await until(() => names().includes('Ulivo 1'), 'the pseudonym')
  const elsewhere = enter(first.cookie, met.name(1))
  await until(() => elsewhere.denied.includes('forbidden'), 'the refusal')
  expect(await db.selectFrom('document_contributor').where('person_id', '=', first.id).selectAll().execute()).toEqual([])
})

test('locking the table, closing the meeting: sockets are gone within two seconds and nothing more is written', async () => {
  for (const close of ['lock', 'close'] as const) {
    const met = await aMeetingWithTables()
    const { cookie } = await seated(met, 0, 'Ulivo 1')
    const client = enter(cookie, met.name(0))
    await client.synced()
    type(client, 'Prima.')
    await client.saved()
    const before = performance.now()
    if (close === 'lock') await lockTable(db, editor, met.place, met.tables[0]!.id, true)
    else await closeMeeting(db, editor, met.place)
    await until(() => client.closes.includes(4403), `closed after ${close}`, 2_000)
    expect(performance.now() - before).toBeLessThan(2_000)
    type(client, ' Dopo.')
    await until(() => client.closes.length > 1 || client.denied.length > 0 || client.provider.synced, 'another try')
    expect(textOf((await readText(db, { documentId: met.tables[0]!.documentId, lang: 'it' }))!)).toBe('Prima.')
  }
})

test('what one of them wrote is taken back, inside others’ paragraphs too; the others’ words stay', async () => {
  const met = await aMeetingWithTables()
  const honest = await seated(met, 0, 'Ulivo 1')
  const raider = await seated(met, 0, 'Volpe 2')
  const [good, bad] = [enter(honest.cookie, met.name(0)), enter(raider.cookie, met.name(0))]
  await Promise.all([good.synced(), bad.synced()])
  type(good, 'Cose buone.')
  await until(() => bad.text().includes('Cose buone.'), 'the words')
  type(bad, 'SPAM', 0)
  type(bad, 'ANCORA SPAM', 1)
  await until(() => good.text().includes('ANCORA SPAM'), 'the spam')
  type(good, ' Altre dentro.', 1)
  await Promise.all([good.saved(), bad.saved()])
  expect(await db.transaction().execute((trx) => revertWords(trx, [raider.id]))).toBe(1)
  await until(() => !good.text().includes('SPAM'), 'the spam to be gone')
  expect(textOf((await readText(db, { documentId: met.tables[0]!.documentId, lang: 'it' }))!)).toBe('Cose buone.\n Altre dentro.')
})

test('what one of them deleted comes back, also after the log was folded; what the others wrote meanwhile stays', async () => {
  const met = await aMeetingWithTables()
  const text = { documentId: met.tables[0]!.documentId, lang: 'it' }
  const honest = await seated(met, 0, 'Ulivo 1')
  const raider = await seated(met, 0, 'Volpe 2')
  const good = enter(honest.cookie, met.name(0))
  await good.synced()
  for (const [at, words] of ['Uno.', 'Due.', 'Tre.'].entries()) type(good, words, at)
  await good.saved()
  const fragment = good.doc.getXmlFragment('default')
  fragment.delete(1, 1) // an honest deletion stays one
  await good.saved()
  await compactText(db, text)
  const bad = enter(raider.cookie, met.name(0))
  await bad.synced()
  bad.doc.getXmlFragment('default').delete(0, 2)
  type(bad, 'SPAM')
  await bad.saved()
  await until(() => good.text().includes('SPAM') && !good.text().includes('Uno.'), 'the raid')
  type(good, 'Intanto.', 1)
  await Promise.all([good.saved(), bad.saved()])
  bad.destroy() // and comes back: a client that reconnects names every deletion of the text
  const again = enter(raider.cookie, met.name(0))
  await again.synced()
  type(again, 'ANCORA', 2)
  await again.saved()
  await compactText(db, text)
  expect(await db.transaction().execute((trx) => revertWords(trx, [raider.id]))).toBe(1)
  await until(() => good.text().includes('Uno.') && !good.text().includes('SPAM'), 'everything back')
  // "Intanto." was put after the spam, which stood before the deleted words.
  expect(textOf((await readText(db, text))!)).toBe('Intanto.\nUno.\nTre.')
  expect(await db.transaction().execute((trx) => revertWords(trx, [raider.id]))).toBe(0) // once only
})
