import { expect, it } from 'vitest'
import { createDocument } from '#app/documents/create-document.server.ts'
import { publishWrittenTexts } from '#app/documents/editions/publish-written-texts.server.ts'
import { writeText } from '#app/documents/log/write-text.server.ts'
import { docFromMarkdown } from '#app/documents/markdown/sections.ts'
import { seedExampleTraining } from '#app/training/seed/seed-example-training.server.ts'
import { newId } from '#db/new-id.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { readOwnTraining } from './own-training.queries.server.ts'

const { db } = await useTestDatabase()

it('somebody enrolled sees their sessions, and each text they wrote in with the edition it is in by now', async () => {
  const person = await aPerson(db)
  const programmeId = await seedExampleTraining(db, { now: new Date(), memberEmail: person.email })
  const actor = { ...person, programmes: [programmeId] }
  expect((await readOwnTraining(db, actor, 'it')).texts).toEqual([])
  expect((await readOwnTraining(db, actor, 'it')).sessions).toHaveLength(3)

  const documentId = await createDocument(db, { kind: 'chapter', sourceLang: 'it' })
  await db
    .insertInto('chapter')
    .values({
      id: newId(),
      slug: 'capitolo',
      number: 1,
      document_id: documentId,
      title_it: 'Il capitolo',
      programme_id: programmeId,
      state: 'draft',
    })
    .execute()
  await writeText(db, { documentId, lang: 'it', personId: actor.id, change: () => docFromMarkdown('chapter', 'Parole mie.') })
  expect((await readOwnTraining(db, actor, 'it')).texts).toMatchObject([{ title: 'Il capitolo', kind: 'chapter', number: null }])
  await publishWrittenTexts(db, documentId, null)
  expect((await readOwnTraining(db, actor, 'it')).texts).toMatchObject([{ title: 'Il capitolo', number: 1 }])
})

it('a text that is no longer theirs to read is left out', async () => {
  const person = await aPerson(db)
  const documentId = await createDocument(db, { kind: 'chapter', sourceLang: 'it' })
  await db
    .insertInto('chapter')
    .values({ id: newId(), slug: 'altrui', number: 2, document_id: documentId, title_it: 'Altrui', state: 'draft' })
    .execute()
  await writeText(db, { documentId, lang: 'it', personId: person.id, change: () => docFromMarkdown('chapter', 'Parole.') })
  expect((await readOwnTraining(db, person, 'it')).texts).toEqual([])
})
