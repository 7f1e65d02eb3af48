import { beforeAll, expect, it } from 'vitest'
import type { Person } from '#app/shared/actor.ts'
import { writeSections } from '#app/documents/log/write-section.server.ts'
import { aPerson } from '#tests/support/factories.ts'
import { aPracticeInput, aStep } from '#tests/support/practices.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { createPractice } from './create-practice.server.ts'
import { editPractice } from './edit-practice.server.ts'
import { practiceEditionPage, readableEditions } from './edition-page.server.ts'
import { findPracticeById } from './practice.queries.server.ts'
import { publishPractice } from './publish-practice.server.ts'
import { unpublishPractice } from './unpublish-practice.server.ts'

const { db } = await useTestDatabase()
let editor: Person
beforeAll(async () => {
  editor = await aPerson(db, { role: 'editor' })
})

async function publishedTwice() {
  const made = await createPractice(db, editor, aPracticeInput({ title_en: 'House' }), { how: 'Con un custode.' })
  if (!made.ok) throw new Error(made.reason)
  await publishPractice(db, editor, made.id, aStep())
  await editPractice(db, editor, made.id, aPracticeInput({ title_en: 'House' }), { lang: 'it', texts: { how: 'Con un custode sociale.' } })
  await publishPractice(db, editor, made.id, aStep())
  const sheet = await findPracticeById(db, { kind: 'visitor' }, made.id)
  if (!sheet) throw new Error('not public')
  return sheet
}
const asked = (number: string, lang: 'it' | 'en' | 'ar' = 'it') => ({ number, lang, differences: false })

it('an old edition stays readable as it was, and says what changed since', async () => {
  const sheet = await publishedTwice()
  const first = await practiceEditionPage(db, sheet, asked('1'))
  expect(first).toMatchObject({ number: 1, latest: 2, before: undefined, lang: 'it' })
  expect(JSON.stringify(first.content)).toContain('Con un custode.')
  const second = await practiceEditionPage(db, sheet, { ...asked('2'), differences: true })
  expect(second.before).toBe(1)
  const added = second.blocks?.flatMap((block) => block.parts).filter((part) => part.op === 'added')
  expect(added?.map((part) => part.text.trim())).toEqual(['sociale'])
  expect((await readableEditions(db, sheet.document_id, 'it')).map((edition) => edition.number)).toEqual([2, 1])
})

it('falls back to the language that has it', async () => {
  const sheet = await publishedTwice()
  expect(await practiceEditionPage(db, sheet, asked('2', 'ar'))).toMatchObject({ lang: 'it', number: 2 })
})

it('numbers that are no edition are not found', async () => {
  const sheet = await publishedTwice()
  for (const number of ['0', '3', '-1', '1.5', 'x', '99999999999'])
    await expect(practiceEditionPage(db, sheet, asked(number)), number).rejects.toMatchObject({ code: 'not-found' })
})

it('is not found once the sheet was withdrawn', async () => {
  const sheet = await publishedTwice()
  await unpublishPractice(db, editor, sheet.id, aStep('Errore.'))
  await expect(practiceEditionPage(db, sheet, asked('1'))).rejects.toMatchObject({ code: 'not-found' })
})

it('keeps the numbers of sources the sheet still has, and drops those that would lead nowhere', async () => {
  const source = { url: 'https://example.org/a', title: 'Una fonte' }
  const made = await createPractice(db, editor, aPracticeInput({ sources: [source] }), {})
  if (!made.ok) throw new Error(made.reason)
  const sheetNow = () => findPracticeById(db, editor, made.id)
  const reference = (key: string) => ({ type: 'sourceRef', attrs: { key } })
  const how = [{ type: 'paragraph', content: [{ type: 'text', text: 'Come.' }, reference('s1'), reference('s9')] }]
  const before = await sheetNow()
  await writeSections(db, { documentId: before!.document_id, lang: 'it', personId: editor.id, sections: { how } })
  await publishPractice(db, editor, made.id, aStep())
  const page = await practiceEditionPage(db, (await sheetNow())!, asked('1'))
  expect(JSON.stringify(page.content)).toContain('"key":"s1"')
  expect(JSON.stringify(page.content)).not.toContain('"key":"s9"')
  expect(page.sources.map((one) => one.key)).toEqual(['s1'])
})
