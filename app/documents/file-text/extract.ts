import { Buffer } from 'node:buffer'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { getDocumentProxy } from 'unpdf'
import { limits, type ReadableType } from './file-text.ts'

/** The words of a file as its parser gives them. Throws on a file it cannot read. Runs in a child process only (child.ts). */
export const extractors: Record<ReadableType, (bytes: Uint8Array) => Promise<string>> = {
  'application/pdf': readPdf,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': readDocx,
  'application/vnd.oasis.opendocument.text': readOdt,
}

async function readPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(bytes, { disableFontFace: true, stopAtErrors: false })
  const parts: string[] = []
  let length = 0
  for (let number = 1; number <= Math.min(pdf.numPages, limits.pages) && length <= limits.characters; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    parts.push(text)
    length += text.length
    page.cleanup()
  }
  return parts.join('\n')
}

/** Only what holds words, and never more than it says it is: fflate unpacks into a space of the size announced. */
function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Record<string, Uint8Array> {
  return unzipSync(bytes, { filter: ({ name, originalSize }) => wanted(name) && originalSize <= limits.unpacked })
}

/** mammoth unpacks without bounds: it gets a plain archive of the parts that were unpacked within ours. */
async function readDocx(bytes: Uint8Array): Promise<string> {
  const parts = unpack(bytes, (name) => /(?:^\[Content_Types\]\.xml|\.rels|^word\/[a-z]+\d*\.xml)$/i.test(name))
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(zipSync(parts, { level: 0 })) })
  return value
}

// oxlint-disable-next-line typescript/require-await -- the others wait
async function readOdt(bytes: Uint8Array): Promise<string> {
  const content = unpack(bytes, (name) => name === 'content.xml')['content.xml']
  if (!content) throw new Error('no content.xml')
  return strFromU8(content)
    .replace(/<office:annotation\b[\s\S]*?<\/office:annotation>/g, '')
    .replace(/<text:(?:s|tab|line-break)\b[^>]*>/g, ' ')
    .replace(/<\/text:(?:p|h)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (_, decimal?: string, hex?: string, name?: string) =>
      name ? (named[name] ?? ' ') : characterOf(decimal ? Number(decimal) : parseInt(hex ?? '', 16)),
    )
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const characterOf = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ')
