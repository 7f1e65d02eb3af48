import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { aDocx, anOdt, aPdf } from '#tests/support/small-files.ts'
import { limits, tidy } from './file-text.ts'
import { readFileText } from './read-file-text.server.ts'

const PDF = 'application/pdf'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const ODT = 'application/vnd.oasis.opendocument.text'

it('reads the words of a PDF, a Word and an ODT file', async () => {
  const [pdf, docx, odt] = await Promise.all([
    readFileText(PDF, aPdf(['Relazione sul condominio solidale', 'Seconda pagina: (costi) & ricavi'])),
    readFileText(DOCX, aDocx(['Regolamento della foresteria', 'Articolo 1 < 2 & 3'])),
    readFileText(ODT, anOdt(['Verbale dell’assemblea', 'Più voci & più mani'])),
  ])
  expect(pdf).toEqual({ ok: true, text: 'Relazione sul condominio solidale\nSeconda pagina: (costi) & ricavi', cut: false })
  expect(docx).toEqual({ ok: true, text: 'Regolamento della foresteria\nArticolo 1 < 2 & 3', cut: false })
  expect(odt).toEqual({ ok: true, text: 'Verbale dell’assemblea\nPiù voci & più mani', cut: false })
}, 60_000)

it('calls unreadable what is broken or something else, and never throws', async () => {
  const broken = [
    [PDF, strToU8('%PDF-1.4 nothing')],
    [DOCX, strToU8('PK no archive')],
    [DOCX, zipSync({ 'word/document.xml': strToU8('<not xml') })],
    [ODT, zipSync({ 'other.xml': strToU8('x') })],
  ] as const
  for (const [type, bytes] of broken) expect(await readFileText(type, bytes)).toEqual({ ok: false, reason: 'unreadable' })
}, 60_000)

it('ends a child that takes too long or too much memory, and one that is too large is not tried', async () => {
  const file = aPdf(['x'])
  expect(await readFileText(PDF, file, { ...limits, milliseconds: 1 })).toEqual({ ok: false, reason: 'too-much' })
  expect(await readFileText(PDF, file, { ...limits, memory: 1024 })).toEqual({ ok: false, reason: 'too-much' })
  expect(await readFileText(PDF, file, { ...limits, bytes: 10 })).toEqual({ ok: false, reason: 'too-much' })
}, 60_000)

it('unpacks no more than a packed file announces, and nothing enormous', async () => {
  const bomb = deflateSync(new Uint8Array(250 * 1024 * 1024))
  const pdf = Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Length ${bomb.length} /Filter /FlateDecode >>\nstream\n`,
    ),
    bomb,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n'),
  ])
  const outcomes = [
    await readFileText(PDF, pdf, { ...limits, memory: 300 * 1024 * 1024 }),
    await readFileText(DOCX, aDocx(['Dentro'], { 'word/styles.xml': new Uint8Array(limits.unpacked + 1) })),
  ]
  // The first is killed or finds no words; the second is read without the part that is too large.
  expect(outcomes[0]).not.toMatchObject({ text: expect.stringMatching(/./) as string })
  expect(outcomes[1]).toMatchObject({ ok: true, text: 'Dentro' })
}, 60_000)

it('keeps words apart, drops control characters and cuts what is endless', () => {
  expect(tidy('  uno\u0000\tdue \r\n\n\n tre\ud800 ')).toEqual({ text: 'uno due\ntre', cut: false })
  expect(tidy('parola '.repeat(40_000))).toMatchObject({ cut: true })
})
