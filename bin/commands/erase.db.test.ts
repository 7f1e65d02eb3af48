import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { operator, eraseWords } from '#app/desk/erase-words.server.ts'
import { findWords } from '#app/desk/find-words.server.ts'
import { createDocument } from '#app/documents/create-document.server.ts'
import { publishEdition } from '#app/documents/editions/publish-edition.server.ts'
import { journalPath, readJournal } from '#app/documents/erasure/erasure-journal.server.ts'
import { readText } from '#app/documents/log/read-text.server.ts'
import { blocksFromMarkdown } from '#app/documents/markdown/from-markdown.ts'
import { textOf } from '#app/documents/reading/text-of.ts'
import { keepVersion } from '#app/documents/versions/keep-version.server.ts'
import { storedFilePath, storeFile } from '#app/shared/files/stored-file.server.ts'
import { openDatabase } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { anOrganisation } from '#tests/support/factories.ts'
import { emptyDatabase, useTestDatabase } from '#tests/support/test-database.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

const source = await useTestDatabase()
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'casa-erased-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))
const at = (name: string): string => {
  fs.mkdirSync(path.join(folder, name), { recursive: true })
  return path.join(folder, name)
}

const doc = (markdown: string) => ({ type: 'doc' as const, content: blocksFromMarkdown(markdown) })
const texts = { it: doc('Vive da Zebedeo Quattrossi.'), en: doc('Lives with Zebedeo Quattrossi.') }
const documentId = await createDocument(source.db, { kind: 'chapter', sourceLang: 'it', texts })
await source.db
  .insertInto('chapter')
  .values({ id: newId(), slug: 'zeb', title_it: 'Un capitolo', number: 901, document_id: documentId, state: 'published' })
  .execute()
const ref = { documentId, lang: 'it' }
await publishEdition(source.db, { ...ref, personId: null })
await keepVersion(source.db, { ...ref, reason: 'kept' })
await anOrganisation(source.db, { name: 'Fondazione Zebedeo Quattrossi' })

test('the finder names texts in every language, and the fields of records that are changed by hand', async () => {
  const found = await findWords({ db: source.db, dataDir: at('source') }, operator, ['zebedeo quattrossi'])
  expect(found.texts.map(({ name, versions, editions }) => ({ name, versions, editions }))).toEqual([
    { name: `${documentId}.en`, versions: 0, editions: [] },
    { name: `${documentId}.it`, versions: 1, editions: [1] },
  ])
  expect(found.fields).toEqual([{ table: 'organisation', column: 'name', rows: 1 }])
  const italian = await findWords({ db: source.db, dataDir: at('source') }, operator, ['vive da'])
  expect(italian.otherLanguages.map(({ name }) => name)).toEqual([`${documentId}.en`])
})

test('after an erasure the next backup holds nothing of it, and restoring the one before erases again', async () => {
  const older = path.join(at('backups'), 'older.tar.gz')
  await writeBackup({ url: source.url, dataDir: at('source'), file: older })
  expect(fs.existsSync(journalPath(at('backups')))).toBe(false)
  const targets = ['it', 'en'].map((lang) => ({ documentId, lang, what: ['Zebedeo Quattrossi'] }))
  await eraseWords(source.db, { eraser: operator, reason: 'other', targets, dataDir: at('source') })
  await source.db.updateTable('organisation').set({ name: 'Fondazione' }).where('name', 'like', '%Quattrossi').execute()

  const next = path.join(at('backups'), 'next.tar.gz')
  await writeBackup({ url: source.url, dataDir: at('source'), file: next })
  for (const [file, holds] of [
    [older, true],
    [next, false],
  ] as const) {
    const unpacked = at(path.basename(file, '.tar.gz'))
    execFileSync('tar', ['xzf', file, '-C', unpacked])
    const all = fs.readdirSync(unpacked, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const bytes = Buffer.concat(all.map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name)))).toString('latin1')
    const hex = Buffer.from('Quattrossi').toString('hex')
    expect(bytes.includes('Quattrossi') || bytes.includes(hex), path.basename(file)).toBe(holds)
  }
  expect(await readJournal(journalPath(at('backups')))).toHaveLength(2)

  await emptyDatabase(async (url) => {
    const restored = await restoreBackup({ url, dataDir: at('target'), file: older })
    expect(restored).toMatchObject({ erasures: 2, replayed: 2 })
    const { db } = openDatabase({ url, max: 1, onError: (error) => console.error(error) })
    expect(textOf((await readText(db, ref))!)).toBe('Vive da .')
    const found = await findWords({ db, dataDir: at('target') }, operator, ['zebedeo quattrossi'])
    expect(found.texts).toEqual([])
    expect(await readJournal(journalPath(at('target')))).toHaveLength(2)
    const [text] = await db.selectFrom('document_text').where('lang', '=', 'it').select('epoch').execute()
    expect(text?.epoch, 'beyond the epoch that clients of the lost database know').toBe(3)
    await db.destroy()
  })
})

test('a restore says so when the journal it was given is none', async () => {
  const file = path.join(at('backups'), 'older.tar.gz')
  const broken = path.join(at('elsewhere'), 'broken.json')
  fs.writeFileSync(broken, '{}')
  await emptyDatabase(async (url) => {
    const restore = (erasures: string) => restoreBackup({ url, dataDir: at('other'), file, erasures })
    await expect(restore(broken)).rejects.toThrow('not a journal of erasures')
    await expect(restore(path.join(folder, 'nowhere.json'))).rejects.toThrow('There is no')
  })
})

test('a file is found by its words and goes whole: off the draft, the editions and the disk, and again after a restore', async () => {
  const { db } = source
  const office = Buffer.from(zipSync({ 'word/document.xml': strToU8('<w:p><w:r>Verbale di Zebedeo </w:r><w:r>Quattrossi</w:r></w:p>') }))
  const { sha256, size } = await storeFile(at('source'), office)
  const id = newId()
  const media = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  await db.insertInto('file').values({ id, sha256, size, name: 'verbale.docx', media_type: media, document_id: documentId }).execute()
  await db
    .insertInto('attachment')
    .values({ file_id: id, document_id: documentId, title_it: 'Verbale', title_en: '', position: 0 })
    .execute()
  await publishEdition(db, { ...ref, personId: null })
  const withFile = path.join(at('backups'), 'with-file.tar.gz')
  await writeBackup({ url: source.url, dataDir: at('source'), file: withFile })
  const find = (where: { db: typeof db; dataDir: string }) => findWords(where, operator, ['zebedeo quattrossi'])
  expect((await find({ db, dataDir: at('source') })).files).toEqual([{ id, documentId, name: 'verbale.docx', inWords: true }])

  await eraseWords(db, { eraser: operator, reason: 'other', targets: [], files: [id], dataDir: at('source') })
  expect((await find({ db, dataDir: at('source') })).files).toEqual([])
  expect(fs.existsSync(storedFilePath(at('source'), sha256))).toBe(false)
  const editions = await db.selectFrom('edition').where('document_id', '=', documentId).select('attachments').execute()
  expect(JSON.stringify(editions)).not.toContain(id)
  await writeBackup({ url: source.url, dataDir: at('source'), file: path.join(at('backups'), 'without-file.tar.gz') })

  await emptyDatabase(async (url) => {
    await restoreBackup({ url, dataDir: at('third'), file: withFile })
    const { db: restored } = openDatabase({ url, max: 1, onError: (error) => console.error(error) })
    expect((await find({ db: restored, dataDir: at('third') })).files).toEqual([])
    await restored.destroy()
  })
})
