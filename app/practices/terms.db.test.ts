import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Person } from '#app/shared/actor.ts'
import { createPractice } from './create-practice.server.ts'
import { publishPractice } from './publish-practice.server.ts'
import { aPerson } from '#tests/support/factories.ts'
import { aPracticeInput, aStep } from '#tests/support/practices.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { changeTerms } from '#app/themes/change-terms.server.ts'
import { mergeTermsInto } from '#app/themes/merge-terms.server.ts'
import { countByTerm, listTerms, mergedTerms, termNamesById } from '#app/themes/term.queries.server.ts'

const { db } = await useTestDatabase()
let editor: Person
let published = ''

beforeAll(async () => {
  editor = await aPerson(db, { role: 'editor' })
  const made = await createPractice(db, editor, aPracticeInput({ kinds: ['kind:cohousing'] }))
  if (!made.ok) throw new Error(made.field)
  await publishPractice(db, editor, made.id, aStep())
  published = `practice:${made.id}`
  await sql`delete from graphile_worker._private_jobs`.execute(db)
})

const names = { name_it: 'Portierato sociale', name_en: 'Social caretaking', name_ar: 'حراسة اجتماعية' }
const waiting = async () => (await sql<{ key: string }>`select key from graphile_worker.jobs`.execute(db)).rows.map((row) => row.key)

it('an added term can be chosen at once, and not added twice', async () => {
  expect(await changeTerms(db, editor, { act: 'add', list: 'kind', ...names })).toEqual({ ok: true })
  expect((await listTerms(db)).find((term) => term.id === 'kind:portierato_sociale')).toMatchObject(names)
  expect(await changeTerms(db, editor, { act: 'add', list: 'kind', ...names })).toMatchObject({ ok: false, reason: 'exists' })
})

it('a renamed term keeps its records, which are indexed again', async () => {
  await changeTerms(db, editor, { act: 'rename', id: 'kind:cohousing', ...names, name_it: 'Case condivise' })
  expect((await termNamesById(db, 'it')).get('kind:cohousing')).toBe('Case condivise')
  expect(await waiting()).toContain(published)
})

it('a merged term’s records carry the other one, and its id leads there', async () => {
  expect(await mergeTermsInto(db, editor, 'kind:cohousing', 'kind:hosting')).toEqual({ ok: true, records: 1 })
  expect((await countByTerm(db)).get('kind:hosting')).toBe(1)
  expect((await listTerms(db)).map((term) => term.id)).not.toContain('kind:cohousing')
  expect((await mergedTerms(db)).get('kind:cohousing')).toBe('kind:hosting')
  // A chain is followed to its end.
  await mergeTermsInto(db, editor, 'kind:hosting', 'kind:commons')
  expect((await mergedTerms(db)).get('kind:cohousing')).toBe('kind:commons')
})

it('terms of different lists, or one with itself, are not merged; names are needed in three languages', async () => {
  expect(await changeTerms(db, editor, { act: 'merge', from: 'kind:agency', into: 'theme:housing' })).toMatchObject({
    reason: 'other-list',
  })
  expect(await changeTerms(db, editor, { act: 'merge', from: 'kind:agency', into: 'kind:agency' })).toMatchObject({ reason: 'same-term' })
  expect(await changeTerms(db, editor, { act: 'add', list: 'kind', name_it: 'Uno', name_en: '', name_ar: '' })).toMatchObject({
    reason: 'names',
  })
})

it('nobody below editor changes a list', async () => {
  const member = await aPerson(db)
  for (const typed of [
    { act: 'add', list: 'theme', ...names },
    { act: 'rename', id: 'kind:agency', ...names },
    { act: 'merge', from: 'kind:agency', into: 'kind:commons' },
  ])
    await expect(changeTerms(db, member, typed as Record<string, string>)).rejects.toMatchObject({ code: 'forbidden' })
})
