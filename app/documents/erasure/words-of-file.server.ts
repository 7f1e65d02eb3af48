import { strFromU8, unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'

/** More than this unpacked is no office file of ours. */
const largestPart = 64 * 1024 * 1024

/** The words in a PDF or an office file, its properties included; undefined when it holds none or cannot be read. */
export async function wordsOfFile(bytes: Uint8Array, mediaType: string): Promise<string | undefined> {
  try {
    if (mediaType === 'application/pdf') return (await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true })).text
    if (/officedocument|opendocument/.test(mediaType)) return wordsOfParts(bytes)
    return undefined
  } catch {
    return undefined // not what its name says: shown as a file that could not be looked into
  }
}

/** Office files are folders of XML: words split over runs are joined within their paragraph. */
function wordsOfParts(bytes: Uint8Array): string {
  const parts = unzipSync(bytes, { filter: ({ name, originalSize }) => name.endsWith('.xml') && originalSize <= largestPart })
  return Object.values(parts)
    .map((part) =>
      strFromU8(part)
        .replace(/<\/(?:w:p|text:p|text:h|table:table-cell|si|row|c)>/g, '\n')
        .replace(/<(?:text:s|w:tab|text:tab|w:br)\b[^>]*>/g, ' ')
        .replace(/<[^>]+>/g, '')
        .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? ''),
    )
    .join('\n')
}
