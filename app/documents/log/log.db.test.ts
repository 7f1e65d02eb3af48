import { sql } from 'kysely'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { aPerson } from '#tests/support/factories.ts'
import { addText, createDocument } from '../create-document.server.ts'
import { blocksFromMarkdown } from '../markdown/from-markdown.ts'
import { textOf } from '../reading/text-of.ts'
import type { DocJson } from '../schema/json.ts'
import { appendUpdates } from './append-updates.server.ts'
import { compactText } from './compact-text.server.ts'
import { fragmentName } from './fragment-name.ts'
import { DamagedTextError, loadText } from './load-text.server.ts'
import { readText } from './read-text.server.ts'
import { readSection, writeSections } from './write-section.server.ts'
import { writeText } from './write-text.server.ts'

const { db, pool } = await useTestDatabase()

const doc = (markdown: string): DocJson => ({ type: 'doc', content: blocksFromMarkdown(markdown) })
const aChapter = async (markdown = 'Uno.\n\nDue.') => ({
  documentId: await createDocument(db, { kind: 'chapter', sourceLang: 'it', texts: { it: doc(markdown) } }),
  lang: 'it',
})
const rowsOf = ({ documentId }: { documentId: string }) =>
  db.selectFrom('document_update').where('document_id', '=', documentId).selectAll().orderBy('id').execute()

test('a new document has its texts and a practice all its sections', async () => {
  const ref = await aChapter('## Casa\n\nUna casa.')
  expect(textOf((await readText(db, ref))!)).toBe('Casa\nUna casa.')
  await addText(db, { documentId: ref.documentId, lang: 'en', content: doc('A house.') })
  expect(textOf((await readText(db, { ...ref, lang: 'en' }))!)).toBe('A house.')
  const practice = await createDocument(db, { kind: 'practice', sourceLang: 'it' })
  expect((await readText(db, { documentId: practice, lang: 'it' }))!.content).toHaveLength(9)
  expect(await readText(db, { documentId: practice, lang: 'en' })).toBeUndefined()
})

test('a writer from outside stores only the difference and keeps what others wrote beside it', async () => {
  const ref = await aChapter('Uno.\n\nDue.\n\nTre.')
  const mine = (await loadText(db, ref))!
  const before = Y.encodeStateVector(mine.doc)
  const first = mine.doc.getXmlFragment(fragmentName).get(0) as Y.XmlElement
  ;(first.get(0) as Y.XmlText).insert(3, ' e mezzo')
  await writeText(db, { ...ref, personId: null, change: () => doc('Uno.\n\nDue volte.\n\nTre.') })
  await appendUpdates(db, 'other', [{ ...ref, epoch: 1, update: Y.encodeStateAsUpdate(mine.doc, before), personIds: [] }])
  expect(textOf((await readText(db, ref))!)).toBe('Uno e mezzo.\nDue volte.\nTre.')
  expect((await rowsOf(ref))[1]!.update.length).toBeLessThan(120)
})

test('writing what is already there writes nothing', async () => {
  const ref = await aChapter()
  expect(await writeText(db, { ...ref, personId: null, change: ({ json }) => json() })).toBe(false)
  expect(await rowsOf(ref)).toHaveLength(1)
})

test('a writer is named as a contributor', async () => {
  const ref = await aChapter()
  const person = await aPerson(db)
  await writeText(db, { ...ref, personId: person.id, change: () => doc('Nuovo.') })
  const people = await db.selectFrom('document_contributor').where('document_id', '=', ref.documentId).select('person_id').execute()
  expect(people).toEqual([{ person_id: person.id }])
  expect((await rowsOf(ref))[1]!.person_ids).toEqual([person.id])
})

test('a text with a forbidden link is refused and nothing is written', async () => {
  const ref = await aChapter()
  const poison: DocJson = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:x' } }] }] }],
  }
  await expect(writeText(db, { ...ref, personId: null, change: () => poison })).rejects.toThrow('link.href')
  expect(await rowsOf(ref)).toHaveLength(1)
})

test('listeners hear of a write when it commits, and not when it is rolled back', async () => {
  const ref = await aChapter()
  const client = await pool.connect()
  const heard: string[] = []
  client.on('notification', ({ payload }) => void heard.push(payload ?? ''))
  await client.query('listen document_update')
  const failed = db.transaction().execute(async (trx) => {
    await writeText(trx, { ...ref, personId: null, change: () => doc('Perso.') })
    throw new Error('rolled back')
  })
  await expect(failed).rejects.toThrow('rolled back')
  await writeText(db, { ...ref, personId: null, change: () => doc('Tenuto.') })
  await client.query('select 1')
  client.release(true)
  expect(heard).toEqual([`server ${ref.documentId}.it:${(await rowsOf(ref)).at(-1)!.id}`])
})

test('sections are replaced one by one', async () => {
  const documentId = await createDocument(db, { kind: 'practice', sourceLang: 'it' })
  const ref = { documentId, lang: 'it' }
  await writeSections(db, { ...ref, personId: null, sections: { how: blocksFromMarkdown('Come.') } })
  await writeSections(db, { ...ref, personId: null, sections: { problem: blocksFromMarkdown('Perché.') } })
  expect(textOf(await readSection(db, ref, 'how'))).toBe('Come.')
  expect(textOf(await readSection(db, ref, 'problem'))).toBe('Perché.')
  expect((await readText(db, ref))!.content).toHaveLength(9)
})

test('compaction keeps the text and deletes exactly what it read', async () => {
  const ref = await aChapter()
  for (let index = 0; index < 20; index++) await writeText(db, { ...ref, personId: null, change: () => doc(`Giro ${index}.`) })
  expect(await compactText(db, ref)).toBe(21)
  expect(await rowsOf(ref)).toHaveLength(0)
  await writeText(db, { ...ref, personId: null, change: () => doc('Dopo.') })
  expect(await compactText(db, ref)).toBe(1)
  expect(await compactText(db, ref)).toBe(0)
  expect(textOf((await readText(db, ref))!)).toBe('Dopo.')
  const snapshots = await db.selectFrom('document_snapshot').where('document_id', '=', ref.documentId).select('id').execute()
  expect(snapshots).toHaveLength(1)
})

test('an update committed while a compaction runs is not lost', async () => {
  const ref = await aChapter()
  await Promise.all([compactText(db, ref), writeText(db, { ...ref, personId: null, change: () => doc('Mentre.') }), compactText(db, ref)])
  expect(textOf((await readText(db, ref))!)).toBe('Mentre.')
})

test.each(['update', 'snapshot'] as const)('a flipped bit in a stored %s is noticed, and never compacted away', async (kind) => {
  const ref = await aChapter('Intatto.')
  if (kind === 'snapshot') await compactText(db, ref)
  await writeText(db, { ...ref, personId: null, change: () => doc('Intatto, e poi altro.') })
  const table = kind === 'update' ? 'document_update' : 'document_snapshot'
  const column = kind === 'update' ? 'update' : 'state'
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = set_byte(${sql.ref(column)}, 20, get_byte(${sql.ref(column)}, 20) # 4)
    where id = (select max(id) from ${sql.table(table)} where document_id = ${ref.documentId})`.execute(db)
  const error = await loadText(db, ref).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(DamagedTextError)
  const rows = await rowsOf(ref)
  await expect(compactText(db, ref)).rejects.toThrow(DamagedTextError)
  await expect(writeText(db, { ...ref, personId: null, change: () => doc('x') })).rejects.toThrow(DamagedTextError)
  expect(await rowsOf(ref)).toEqual(rows)
})

test('an update that is gone leaves a hole that is noticed, and never compacted away', async () => {
  const ref = await aChapter('Uno.')
  await writeText(db, { ...ref, personId: null, change: () => doc('Uno. Due.') })
  await writeText(db, { ...ref, personId: null, change: () => doc('Uno. Due. Tre.') })
  const [, middle] = await rowsOf(ref)
  await db.deleteFrom('document_update').where('id', '=', middle!.id).execute()
  await expect(loadText(db, ref)).rejects.toThrow(/something is missing/)
  const rows = await rowsOf(ref)
  await expect(compactText(db, ref)).rejects.toThrow(DamagedTextError)
  expect(await rowsOf(ref)).toEqual(rows)
})

test('an update for an earlier epoch is not written', async () => {
  const ref = await aChapter()
  await db.updateTable('document_text').set({ epoch: 2 }).where('document_id', '=', ref.documentId).execute()
  const update = Y.encodeStateAsUpdate(new Y.Doc())
  expect(await appendUpdates(db, 'n', [{ ...ref, epoch: 1, update, personIds: [] }])).toEqual([])
})
