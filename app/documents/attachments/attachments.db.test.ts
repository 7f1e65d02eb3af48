import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '#app/shared/actor.ts'
import { createDocument } from '#app/documents/create-document.server.ts'
import { listEditions, editionById } from '#app/documents/editions/edition.queries.server.ts'
import { publishEdition } from '#app/documents/editions/publish-edition.server.ts'
import { withdrawEditions } from '#app/documents/editions/withdraw-editions.server.ts'
import { findFileUnchecked } from '#app/documents/images/file.queries.server.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { addAttachment } from './add-attachment.server.ts'
import { attachmentLimit, mostAttachments } from './attachment.ts'
import { listAttachments } from './attachment.queries.server.ts'
import { changeAttachment } from './change-attachments.server.ts'
import { postAttachment } from './post-attachment.server.ts'

const { db } = await useTestDatabase()
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'casa-attachments-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
let person: Person
beforeAll(async () => {
  person = await aPerson(db)
})

const pdf = (words: string) => strToU8(`%PDF-1.7\n${words}\n%%EOF\n`)
const odt = zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }], 'content.xml': strToU8('<x/>') })
const aText = () =>
  createDocument(db, {
    kind: 'page',
    sourceLang: 'it',
    texts: { it: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ciao' }] }] } },
    personId: person.id,
  })
const add = (documentId: string, bytes: Uint8Array, name = 'Relazione città.pdf', title_it = 'Relazione') =>
  addAttachment(db, dataDir, { documentId, personId: person.id, name, bytes, title_it, title_en: '' })
async function added(...args: Parameters<typeof add>): Promise<string> {
  const outcome = await add(...args)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.fileId
}
const titlesOf = async (documentId: string) => (await listAttachments(db, documentId)).map((one) => one.title_it)

describe('what may be attached', () => {
  it('is known by its bytes, never by its name, and gets a safe name', async () => {
    const documentId = await aText()
    await added(documentId, pdf('a'), '../../etc/Relazione "città".exe')
    await added(documentId, odt, 'verbale')
    expect((await listAttachments(db, documentId)).map((one) => [one.name, one.mediaType])).toEqual([
      ['etc-relazione-citta.pdf', 'application/pdf'],
      ['verbale.odt', 'application/vnd.oasis.opendocument.text'],
    ])
  })

  it.each([
    ['a web page', strToU8('<!doctype html><script>alert(1)</script>')],
    ['a drawing with scripts', strToU8('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a program', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4])],
    ['a bare archive', zipSync({ 'a.txt': strToU8('a') })],
    ['nothing', new Uint8Array()],
  ])('is not %s, even under the name of a PDF', async (_what, bytes) => {
    expect(await add(await aText(), bytes, 'modulo.pdf')).toEqual({ ok: false, reason: 'wrong-type' })
  })

  it('is at most 20 MB, and at most 20 files', async () => {
    const documentId = await aText()
    expect(await add(documentId, new Uint8Array(attachmentLimit + 1))).toEqual({ ok: false, reason: 'too-large' })
    for (let n = 0; n < mostAttachments; n += 1) await added(documentId, pdf(String(n)))
    expect(await add(documentId, pdf('one more'))).toEqual({ ok: false, reason: 'too-many' })
  })

  it('a photo loses where it was taken', async () => {
    const documentId = await aText()
    const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#06c' } })
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 46/1 0/1' } })
      .jpeg()
      .toBuffer()
    const fileId = await added(documentId, photo, 'sede.jpg')
    const file = await findFileUnchecked(db, fileId)
    const { readFile } = await import('node:fs/promises')
    const kept = await readFile(path.join(dataDir, 'files', file!.sha256.slice(0, 2), file!.sha256))
    expect((await sharp(photo).metadata()).exif).toBeDefined()
    expect((await sharp(kept).metadata()).exif).toBeUndefined()
  })
})

it('is ordered, renamed and removed in the draft; a file of another text is not found', async () => {
  const documentId = await aText()
  const one = await added(documentId, pdf('1'), 'a.pdf', 'Uno')
  const two = await added(documentId, pdf('2'), 'b.pdf', 'Due')
  const here = { documentId, personId: person.id }
  await changeAttachment(db, here, { intent: 'up', file: two })
  expect(await titlesOf(documentId)).toEqual(['Due', 'Uno'])
  await changeAttachment(db, here, { intent: 'down', file: one })
  expect(await titlesOf(documentId)).toEqual(['Due', 'Uno'])
  await changeAttachment(db, here, { intent: 'rename', file: one, title_it: 'Primo', title_en: 'First' })
  await changeAttachment(db, here, { intent: 'remove', file: two })
  expect(await titlesOf(documentId)).toEqual(['Primo'])
  expect(await findFileUnchecked(db, two)).toBeUndefined()
  await expect(
    changeAttachment(db, { documentId: await aText(), personId: person.id }, { intent: 'remove', file: one }),
  ).rejects.toMatchObject({ code: 'not-found' })
})

describe('what is public', () => {
  const publish = (documentId: string) => publishEdition(db, { documentId, lang: 'it', personId: person.id })
  const isAttached = async (fileId: string) => (await findFileUnchecked(db, fileId))?.isAttached

  it('is what the edition froze: added later waits, removed later stays with the old edition', async () => {
    const documentId = await aText()
    const before = await added(documentId, pdf('before'), 'a.pdf', 'Prima')
    const first = await publish(documentId)
    const after = await added(documentId, pdf('after'), 'b.pdf', 'Dopo')
    expect([await isAttached(before), await isAttached(after)]).toEqual([true, false])
    await changeAttachment(db, { documentId, personId: person.id }, { intent: 'remove', file: before })
    expect(await isAttached(before)).toBe(true)
    const second = await publish(documentId)
    expect((await editionById(db, first))?.attachments.map((one) => one.title_it)).toEqual(['Prima'])
    expect((await editionById(db, second))?.attachments.map((one) => one.title_it)).toEqual(['Dopo'])
    await withdrawEditions(db, documentId)
    expect([await isAttached(before), await isAttached(after)]).toEqual([false, false])
  })

  it('changes with a new edition only when files, titles or order changed', async () => {
    const documentId = await aText()
    const file = await added(documentId, pdf('same'))
    const first = await publish(documentId)
    expect(await publish(documentId)).toBe(first)
    await changeAttachment(db, { documentId, personId: person.id }, { intent: 'rename', file, title_it: 'Altro', title_en: '' })
    expect(await publish(documentId)).not.toBe(first)
    expect((await listEditions(db, documentId)).map((edition) => edition.number)).toEqual([2, 1])
  })
})

describe('the form', () => {
  const post = async (documentId: string, fields: Record<string, string | File>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    return postAttachment(db, dataDir, { documentId, personId: person.id, request: new Request('http://x/', { method: 'POST', body }) })
  }

  it('adds a file, and says what is wrong beside the field while keeping what was typed', async () => {
    const documentId = await aText()
    const file = new File([pdf('form')], 'modulo.pdf')
    expect(await post(documentId, { intent: 'add', title_it: 'Modulo', title_en: '', file })).toEqual({ ok: true, done: 'added' })
    expect(await post(documentId, { intent: 'add', title_it: 'Senza file', title_en: '' })).toMatchObject({
      ok: false,
      about: 'new',
      problems: { file: 'file' },
      typed: { title_it: 'Senza file' },
    })
    expect(await post(documentId, { intent: 'add', title_it: ' ', title_en: '', file })).toMatchObject({
      problems: { title_it: 'required' },
    })
    expect(await post(documentId, { intent: 'explode' })).toMatchObject({ ok: false, problems: { intent: 'invalid' } })
    expect(await titlesOf(documentId)).toEqual(['Modulo'])
  })
})
