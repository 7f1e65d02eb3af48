import { promises as fs } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { createDocument } from '#app/documents/create-document.server.ts'
import { publishEdition } from '#app/documents/editions/publish-edition.server.ts'
import { withdrawEditions } from '#app/documents/editions/withdraw-editions.server.ts'
import { writeText } from '#app/documents/log/write-text.server.ts'
import { storedFilePath } from '#app/shared/files/stored-file.server.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { checks } from '../schema/values.ts'
import { findFileUnchecked } from './file.queries.server.ts'
import { saveImage } from './save-image.server.ts'

const { db } = await useTestDatabase()
const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'casa-images-'))
const aPicture = (width = 40, height = 20) => sharp({ create: { width, height, channels: 3, background: '#1a5fb4' } })

async function save(bytes: Uint8Array, name = 'Casa di Prato.JPG') {
  const documentId = await createDocument(db, { kind: 'chapter', sourceLang: 'it' })
  const personId = (await aPerson(db)).id
  return { documentId, outcome: await saveImage(db, dataDir, { documentId, personId, name, bytes }) }
}

test('a picture is encoded anew, without where and with what it was taken', async () => {
  const exif = { IFD0: { Copyright: 'me', Model: 'camera' }, IFD3: { GPSLatitude: '43/1 46/1 0/1' } }
  const { outcome } = await save(await aPicture().jpeg().withExif(exif).toBuffer())
  if (outcome.kind !== 'saved') throw new Error(outcome.reason)
  expect(outcome).toMatchObject({ width: 40, height: 20 })
  expect(checks.imageSource(outcome.src)).toBe(true)
  expect(outcome.src).toMatch(/\/casa-di-prato\.jpg$/)
  const file = (await findFileUnchecked(db, outcome.id))!
  const stored = await fs.readFile(storedFilePath(dataDir, file.sha256))
  expect((await sharp(stored).metadata()).exif).toBeUndefined()
  expect(stored.includes('camera')).toBe(false)
})

test.each([
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['HTML with a picture’s name', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a broken JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])],
])('%s is refused', async (_title, bytes) => {
  expect((await save(bytes)).outcome).toEqual({ kind: 'refused', reason: 'not-an-image' })
})

test('a picture is public while a published edition shows it', async () => {
  const { documentId, outcome } = await save(await aPicture().png().toBuffer())
  if (outcome.kind !== 'saved') throw new Error(outcome.reason)
  const isPublic = async () => (await findFileUnchecked(db, outcome.id))!.isPublic
  const image = { type: 'image', attrs: { src: outcome.src, alt: 'Una casa' } }
  await writeText(db, { documentId, lang: 'it', personId: null, change: () => ({ type: 'doc', content: [image] }) })
  expect(await isPublic()).toBe(false)
  await publishEdition(db, { documentId, lang: 'it', personId: null })
  expect(await isPublic()).toBe(true)
  await withdrawEditions(db, documentId)
  expect(await isPublic()).toBe(false)
})
