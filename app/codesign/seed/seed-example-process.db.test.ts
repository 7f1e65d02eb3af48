import { expect, it } from 'vitest'
import { visitor } from '#app/shared/actor.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { participantLanguages } from '../participant-languages.ts'
import { readProcessPage } from '../process/process-page.queries.server.ts'
import { hasPublicProcesses, listProcesses } from '../process/process.queries.server.ts'
import { exampleProcess, examplePrompts } from './example-process.ts'
import { exampleCode, removeExampleProcesses, seedExampleProcess } from './seed-example-process.server.ts'

const { db } = await useTestDatabase()
const now = new Date()
const facilitator = await aPerson(db, { role: 'facilitator' })

it('the example is a whole process: three phases, a code, cards with outcomes, a text, what changed', async () => {
  expect(await hasPublicProcesses(db)).toBe(false)
  await seedExampleProcess(db, { now, facilitatorEmail: facilitator.email })
  await seedExampleProcess(db, { now, facilitatorEmail: facilitator.email })
  expect(await hasPublicProcesses(db)).toBe(true)
  const page = await readProcessPage(db, visitor, exampleProcess.slug, 'it', now)
  expect(page.process.isExample).toBe(true)
  expect(page.phases.map(({ time }) => time)).toEqual(['past', 'now', 'ahead'])
  expect(page.code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
  expect(page.code).toBe(await exampleCode(db))
  expect(page.counts).toEqual({ all: 9, takenUp: 1, merged: 1, notTaken: 1 })
  expect(page.changes).toHaveLength(1)
  expect(page.edition?.lang).toBe('it')
  expect(page.past).toBe(1)
})

it('every question of the example is in ten languages, and all but the Italian wait for review', async () => {
  for (const { question, choices } of examplePrompts)
    for (const lang of participantLanguages) {
      expect(question[lang].length).toBeGreaterThan(3)
      if (choices) expect(choices[lang]).toHaveLength(choices.it.length)
    }
  const rows = await db.selectFrom('prompt_text').select(['lang', 'to_review']).execute()
  expect(rows).toHaveLength(examplePrompts.length * participantLanguages.length)
  expect(rows.filter((row) => !row.to_review).every((row) => row.lang === 'it')).toBe(true)
})

it('an idea is read in the contributor’s words and in the reader’s, with the reason in the language they read', async () => {
  const { quotes } = await readProcessPage(db, visitor, exampleProcess.slug, 'ar', now)
  const merged = quotes.find((quote) => quote.outcome === 'merged')
  expect(merged).toMatchObject({ lang: 'ar', author: 'Tiglio (esempio)', translation: undefined })
  expect(merged?.reason?.lang).toBe('ar')
})

it('an idea whose quote was withdrawn is no longer on the page, nor is a hidden one', async () => {
  const before = await readProcessPage(db, visitor, exampleProcess.slug, 'it', now)
  const [first, second] = before.quotes
  await db.updateTable('quote_consent').set({ withdrawn_on: '2026-01-01' }).where('contribution_id', '=', first!.id).execute()
  await db.updateTable('contribution').set({ state: 'hidden' }).where('id', '=', second!.id).execute()
  const after = await readProcessPage(db, visitor, exampleProcess.slug, 'it', now)
  expect(after.quotes.map(({ id }) => id)).toEqual(before.quotes.slice(2).map(({ id }) => id))
})

it('the example is in no catalogue, and goes without a trace', async () => {
  expect(await db.selectFrom('catalogue').select('id').where('url', 'like', '/partecipa/%').execute()).toEqual([])
  expect(await removeExampleProcesses(db)).toBe(1)
  for (const table of ['process', 'participant', 'contribution', 'join_code', 'document'] as const)
    expect(await db.selectFrom(table).selectAll().execute()).toEqual([])
  expect(await listProcesses(db, visitor, 'it')).toEqual([])
})
