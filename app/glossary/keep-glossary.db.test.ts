import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { reindex, searchTasks } from '#search/indexing.ts'
import { createPostgresEngine } from '#search/postgres/engine.ts'
import { aPerson, anOrganisation } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { findGlossaryTerm, glossaryChangedOn } from './glossary.queries.server.ts'
import { glossaryTermSchema } from './glossary-term.schema.ts'
import { removeGlossaryTerm } from './remove-glossary-term.server.ts'
import { saveGlossaryTerm } from './save-glossary-term.server.ts'

const { db } = await useTestDatabase()
const editor = await aPerson(db, { role: 'editor' })
/** An engine remembers the words of the last two seconds; a new one knows those of now. */
const engineNow = () => createPostgresEngine(db)

const typed = {
  name_it: 'camminata di quartiere',
  name_en: 'neighbourhood walk',
  definition_it: '',
  definition_en: '',
  also: 'giropasso\nsgambata',
}
const waiting = async () =>
  (await sql<{ key: string }>`select key from graphile_worker.jobs order by key`.execute(db)).rows.map((row) => row.key)
const found = async (text: string) => (await engineNow().search({ text, lang: 'it' })).hits.map((hit) => hit.id)

it('a word people type finds the texts that speak of its term, as soon as the index is made anew', async () => {
  const { id } = await anOrganisation(db, { name: 'Cooperativa camminata di quartiere' })
  await reindex(db, engineNow())
  expect(await found('giropasso')).toEqual([])
  const outcome = await saveGlossaryTerm(db, editor, undefined, glossaryTermSchema.parse(typed))
  expect(outcome).toEqual({ ok: true, slug: 'camminata-di-quartiere' })
  const term = await findGlossaryTerm(db, 'camminata-di-quartiere')
  expect(term).toMatchObject({ also: ['giropasso', 'sgambata'], added: true, definition_it: null })
  expect(await waiting()).toEqual([expect.stringMatching(/^glossary:/), 'refresh-index'])
  await searchTasks([engineNow()], db)['refresh-index']?.({})
  expect(await found('giropasso')).toContain(`organisation:${id}`)
  expect(await found('neighbourhood walk')).toContain(`organisation:${id}`)
  expect(await glossaryChangedOn(db)).toBe(new Date().toLocaleDateString('sv', { timeZone: 'Europe/Rome' }))
})

it('a term keeps its address when its name changes, and two terms have not one name', async () => {
  const renamed = glossaryTermSchema.parse({ ...typed, name_it: 'passeggiata di quartiere', also: '' })
  expect(await saveGlossaryTerm(db, editor, 'camminata-di-quartiere', renamed)).toEqual({ ok: true, slug: 'camminata-di-quartiere' })
  expect(await saveGlossaryTerm(db, editor, undefined, { ...renamed, name_it: 'Passeggiata di QUARTIERE' })).toEqual({
    ok: false,
    reason: 'exists',
  })
  await expect(saveGlossaryTerm(db, editor, 'mai-vista', { ...renamed, name_it: 'altra' })).rejects.toMatchObject({ code: 'not-found' })
})

it('what editors added can be taken away, what came with the product cannot, and nobody below an editor may either', async () => {
  const given = await db.selectFrom('glossary_term').select('slug').where('added', '=', false).executeTakeFirstOrThrow()
  await expect(removeGlossaryTerm(db, editor, given.slug)).rejects.toMatchObject({ code: 'not-found' })
  const member = await aPerson(db, { role: 'facilitator' })
  await expect(removeGlossaryTerm(db, member, 'camminata-di-quartiere')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(saveGlossaryTerm(db, member, undefined, glossaryTermSchema.parse(typed))).rejects.toMatchObject({ code: 'forbidden' })
  await removeGlossaryTerm(db, editor, 'camminata-di-quartiere')
  expect(await findGlossaryTerm(db, 'camminata-di-quartiere')).toBeUndefined()
})

it('too many words, or one that is too long, are refused beside their field', () => {
  for (const also of ['x', 'a'.repeat(61), Array.from({ length: 21 }, (_, n) => `parola ${n}`).join('\n')])
    expect(glossaryTermSchema.safeParse({ ...typed, also }).error?.issues[0]).toMatchObject({ path: ['also'], message: 'invalid-line' })
})
