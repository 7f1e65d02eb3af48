import { expect, it } from 'vitest'
import { createDocument } from '#app/documents/create-document.server.ts'
import { currentEdition } from '#app/documents/editions/edition.queries.server.ts'
import { publishEdition } from '#app/documents/editions/publish-edition.server.ts'
import { readText } from '#app/documents/log/read-text.server.ts'
import { writeText } from '#app/documents/log/write-text.server.ts'
import { textOf } from '#app/documents/reading/text-of.ts'
import type { DocJson, NodeJson } from '#app/documents/schema/json.ts'
import { newId } from '#db/new-id.ts'
import { aParticipant, aProcess } from '#tests/support/codesign.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { creditsOf, readLedger } from './ledger.queries.server.ts'
import { passagesIn } from './passages.ts'
import { placeContribution } from './place-contribution.server.ts'
import { takeOutQuote } from './take-out-quote.server.ts'

const { db } = await useTestDatabase()
const editor = await aPerson(db, { role: 'editor' })
const idea = 'La cucina condivisa apre la casa al quartiere.'

async function aCard(process: { id: string }, consent: 'pseudonym' | 'none' | undefined, pseudonym = 'Ulivo 7') {
  const participant = await aParticipant(db, process.id, { pseudonym })
  const id = newId()
  const row = { id, process_id: process.id, participant_id: participant.id, client_key: id, lang: 'it', body: idea }
  await db.insertInto('contribution').values(row).execute()
  if (consent) await db.insertInto('quote_consent').values({ contribution_id: id, credit: consent }).execute()
  return { id, participant }
}

async function aText() {
  const paragraphs = Array.from({ length: 5 }, (_, n): NodeJson => ({
    type: 'paragraph',
    content: [{ type: 'text', text: `Paragrafo ${n}.` }],
  }))
  const content: DocJson = { type: 'doc', content: paragraphs }
  return { documentId: await createDocument(db, { kind: 'chapter', sourceLang: 'it', texts: { it: content } }), lang: 'it' }
}

const placing = (processId: string, contributionId: string, target: { documentId: string; lang: string }) => ({
  processId,
  contributionId,
  target,
  access: 'write' as const,
})

/** A small generator of numbers from a seed (mulberry32): a failing run can be repeated. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const isMarked = (node: NodeJson): boolean => passagesIn(node).size > 0

/** One edit around the idea: paragraphs come, go, move and change, its own paragraph gets words before and behind it. */
function edited(doc: DocJson, next: (below: number) => number): DocJson {
  const content = [...doc.content]
  const at = next(content.length)
  const node = content[at]!
  const isText = node.type === 'paragraph'
  const plain = (text: string): NodeJson => ({ type: 'text', text })
  const kinds = [
    () => content.splice(at, 0, { type: 'paragraph', content: [plain(`Nuovo ${next(1_000)}.`)] }),
    () => !isMarked(node) && content.length > 3 && content.splice(at, 1),
    () => content.push(content.splice(at, 1)[0]!),
    () => isText && (content[at] = { ...node, content: [plain(`${next(100)} `), ...(node.content ?? [])] }),
    () => isText && (content[at] = { ...node, content: [...(node.content ?? []), plain(` ${next(100)}`)] }),
    () => (content[at] = isText ? { type: 'blockquote', content: [node] } : (node.content?.[0] ?? node)),
  ]
  kinds[next(kinds.length)]!()
  return { ...doc, content }
}

it('follows an idea to its sentence through 500 random edits around it', { timeout: 60_000 }, async () => {
  const process = await aProcess(db)
  const card = await aCard(process, 'pseudonym')
  const text = await aText()
  expect(await placeContribution(db, editor, placing(process.id, card.id, text))).toEqual({ ok: true })
  const next = numbers(20_261_122)
  for (let round = 0; round < 10; round++)
    await writeText(db, {
      ...text,
      personId: editor.id,
      change: ({ json }) => {
        let doc = json()
        for (let count = 0; count < 50; count++) doc = edited(doc, next)
        return doc
      },
    })
  await publishEdition(db, { ...text, personId: editor.id })
  const [entry] = await readLedger(db, process.id)
  expect(entry).toMatchObject({ contributionId: card.id, idea, placedText: idea, edition: 1 })
  expect(entry?.now.map(({ words }) => words)).toEqual([idea])
  expect(entry?.now[0]?.block).toContain(idea)
})

it('quotes nobody without consent; an idea in other words needs none', async () => {
  const process = await aProcess(db)
  const card = await aCard(process, undefined)
  const text = await aText()
  expect(await placeContribution(db, editor, placing(process.id, card.id, text))).toEqual({ ok: false, reason: 'no-consent' })
  const reworded = { ...placing(process.id, card.id, text), wording: 'Una cucina per tutto il quartiere.' }
  expect(await placeContribution(db, editor, reworded)).toEqual({ ok: true })
  expect(textOf((await readText(db, text))!)).toContain('Una cucina per tutto il quartiere.')
})

it('credits each as they wish, and as they wish now', async () => {
  const process = await aProcess(db)
  const named = await aCard(process, 'pseudonym', 'Rondine 3')
  const unnamed = await aCard(process, 'none', 'Salice 9')
  const ids = [named.id, unnamed.id]
  const text = await aText()
  for (const id of ids) await placeContribution(db, editor, placing(process.id, id, text))
  await publishEdition(db, { ...text, personId: editor.id })
  const content = (await currentEdition(db, text))!.content
  expect(await creditsOf(db, [...passagesIn(content).keys()])).toEqual({ names: ['Rondine 3'], unnamed: 1 })
  await db.updateTable('participant').set({ credit: 'none' }).where('id', '=', named.participant.id).execute()
  expect(await creditsOf(db, ids)).toEqual({ names: [], unnamed: 2 })
})

it('takes a withdrawn quote out of text and editions, edited or not, and leaves the rest', async () => {
  const process = await aProcess(db)
  const card = await aCard(process, 'pseudonym')
  const text = await aText()
  await placeContribution(db, editor, placing(process.id, card.id, text))
  await writeText(db, {
    ...text,
    personId: editor.id,
    change: ({ json }) => JSON.parse(JSON.stringify(json()).replace('cucina condivisa', 'cucina di tutti')) as DocJson,
  })
  await publishEdition(db, { ...text, personId: editor.id })
  await takeOutQuote(db, card.id)
  await takeOutQuote(db, card.id)
  const draft = textOf((await readText(db, text))!)
  expect(draft).not.toContain('cucina')
  expect(draft).toContain('Paragrafo 4.')
  expect((await currentEdition(db, text))!.body).toBe(draft)
  expect((await readLedger(db, process.id))[0]?.removedAt).toBeInstanceOf(Date)
  expect(await creditsOf(db, [card.id])).toEqual({ names: [], unnamed: 0 })
})
