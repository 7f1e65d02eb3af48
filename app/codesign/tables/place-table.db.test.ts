import { expect, it } from 'vitest'
import { createDocument } from '#app/documents/create-document.server.ts'
import { currentEdition } from '#app/documents/editions/edition.queries.server.ts'
import { publishEdition } from '#app/documents/editions/publish-edition.server.ts'
import { readText } from '#app/documents/log/read-text.server.ts'
import { writeText } from '#app/documents/log/write-text.server.ts'
import { textOf } from '#app/documents/reading/text-of.ts'
import type { NodeJson } from '#app/documents/schema/json.ts'
import { aJoinCode, aMeeting, aParticipant, aProcess } from '#tests/support/codesign.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { answerQuoteRequest } from '../answers/quote-consent.server.ts'
import { readParticipant } from '../join/participant-session.server.ts'
import { creditsOf, readLedger } from '../ledger/ledger.queries.server.ts'
import { passagesIn } from '../ledger/passages.ts'
import { takeOutQuote } from '../ledger/take-out-quote.server.ts'
import { createTables } from './create-tables.server.ts'
import { placeTable } from './place-table.server.ts'
import { listTables } from './table.queries.server.ts'

const { db } = await useTestDatabase()
const editor = await aPerson(db, { role: 'editor' })
const words = (text: string): NodeJson => ({ type: 'paragraph', content: [{ type: 'text', text }] })

/** A table where two participants and a facilitator wrote, the second one inside the first one's paragraph, and a chapter. */
async function aWrittenTable() {
  const process = await aProcess(db)
  const meeting = await aMeeting(db, process.id)
  const code = await aJoinCode(db, process.id, { meetingId: meeting.id })
  const place = { processId: process.id, meetingId: meeting.id }
  await createTables(db, editor, place, { titles: ['Tavolo'], prompt: '', lang: 'it' })
  const [table] = await listTables(db, meeting.id)
  const text = { documentId: table!.documentId, lang: 'it' }
  const first = await aParticipant(db, process.id, { join_code_id: code.id, pseudonym: 'Ulivo 1' })
  const second = await aParticipant(db, process.id, { join_code_id: code.id, pseudonym: 'Rondine 2' })
  const write = (personId: string, ...blocks: NodeJson[]) =>
    writeText(db, { ...text, personId, change: () => ({ type: 'doc', content: blocks }) })
  await write(first.id, words('Una casa.'))
  await write(second.id, words('Una casa vicina al lavoro.'))
  await write(editor.id, words('Una casa vicina al lavoro.'), words('Nota di chi facilita.'))
  const chapter = { type: 'doc' as const, content: [words('Capitolo.')] }
  const documentId = await createDocument(db, { kind: 'chapter', sourceLang: 'it', texts: { it: chapter } })
  return { process, place, tableId: table!.id, target: { documentId, lang: 'it' }, first, second }
}

const idsIn = async (target: { documentId: string; lang: string }) => [...passagesIn((await currentEdition(db, target))!.content).keys()]

it('moves a table’s text with its authors: the ledger knows them, credits name who wishes, and words can be taken out', async () => {
  const { process, place, tableId, target, second } = await aWrittenTable()
  expect(await placeTable(db, editor, place, { tableId, target, access: 'write' })).toEqual({ ok: true, authors: 2 })
  expect(await placeTable(db, editor, place, { tableId, target, access: 'write' })).toEqual({ ok: false, reason: 'placed' })
  expect(textOf((await readText(db, target))!)).toBe('Capitolo.\nUna casa vicina al lavoro.\nNota di chi facilita.')
  await publishEdition(db, { ...target, personId: editor.id })
  const ledger = await readLedger(db, process.id)
  expect(ledger.map(({ idea, edition }) => [idea, edition]).toSorted()).toEqual([
    ['Una casa.', 1],
    ['vicina al lavoro', 1],
  ])
  expect(await creditsOf(db, await idsIn(target))).toEqual({ names: [], unnamed: 2 })

  const here = (await readParticipant(db, second.cookie, { secure: false }))!
  const own = ledger.find(({ idea }) => idea.startsWith('vicina'))!.contributionId
  await answerQuoteRequest(db, here, own, 'pseudonym')
  expect(await creditsOf(db, await idsIn(target))).toEqual({ names: ['Rondine 2'], unnamed: 1 })
  await answerQuoteRequest(db, here, own, 'no')
  await takeOutQuote(db, own)
  expect((await currentEdition(db, target))!.body).not.toContain('vicina')
  expect((await currentEdition(db, target))!.body).toContain('Una casa')
})

it('who may not write the target, or does not run the process, moves nothing; an empty table says so', async () => {
  const { place, tableId, target } = await aWrittenTable()
  const member = await aPerson(db)
  await expect(placeTable(db, editor, place, { tableId, target, access: 'read' })).rejects.toThrow('forbidden')
  await expect(placeTable(db, member, place, { tableId, target, access: 'write' })).rejects.toThrow()
  await createTables(db, editor, place, { titles: ['Vuoto'], prompt: '', lang: 'it' })
  const empty = (await listTables(db, place.meetingId)).at(-1)!
  expect(await placeTable(db, editor, place, { tableId: empty.id, target, access: 'write' })).toEqual({ ok: false, reason: 'empty' })
  expect(textOf((await readText(db, target))!)).toBe('Capitolo.')
})
