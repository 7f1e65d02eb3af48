/**
 * The words of an attached file, so that search finds what is in it. Its life: uploaded → read by a child process that can
 * do nothing else → kept beside the file → findable while a public edition lists the file → gone with the file.
 */
export const readableTypes = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
} as const
export type ReadableType = keyof typeof readableTypes
export const isReadableType = (type: string): type is ReadableType => type in readableTypes

/** What a file may cost. Parsers are attacked with files, so that every bound is kept from outside of the parser. */
export const limits = {
  bytes: 20 * 1024 * 1024,
  pages: 300,
  /** Characters kept; the rest of a long report is cut. */
  characters: 200_000,
  /** Of one entry of a packed file, unpacked. */
  unpacked: 32 * 1024 * 1024,
  milliseconds: 20_000,
  /** Memory of the child process, whatever it is used for. */
  memory: 700 * 1024 * 1024,
} as const

export type FileText = { text: string; cut: boolean }

/** One space between words, one line between paragraphs, no control characters (PostgreSQL refuses NUL). */
export function tidy(raw: string): FileText {
  const text = raw
    .replace(/[\p{Cs}\p{Co}]/gu, '')
    .replace(/[^\S\n]+|[^\P{Cc}\n]+/gu, ' ')
    .replace(/ *\n[\n ]*/g, '\n')
    .trim()
  return { text: text.slice(0, limits.characters), cut: text.length > limits.characters }
}
