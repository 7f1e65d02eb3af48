import { randomBytes } from 'node:crypto'
import { promises as fs } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const fingerprint = z.object({ salt: z.hex(), length: z.int().positive(), sha256: z.hex() })

/** One text that something was erased from: what, as fingerprints, everything, or a file's hash; and the epoch it went to. */
const entry = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  documentId: z.uuid(),
  lang: z.string(),
  epoch: z.int(),
  what: z.union([z.literal('everything'), z.array(fingerprint).min(1), z.object({ file: z.hex() })]),
})
export type JournalEntry = z.infer<typeof entry>

const journalSchema = z.object({ format: z.literal('casa-comune-erasures-1'), erasures: z.array(entry) })

/**
 * The journal of erasures is a file beside the database, not a part of it: a restored backup is older than the
 * erasures it must not undo (docs/decisions/0004).
 */
export const journalPath = (dataDir: string): string => path.join(dataDir, 'erasures.json')

/** The entries of a journal file; none when there is no such file. Throws when it is something else. */
export async function readJournal(file: string): Promise<JournalEntry[]> {
  const text = await fs.readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? [] : journalSchema.parse(JSON.parse(text)).erasures
}

/** Adds entries that are not there yet; they are on disk when this returns. One writer at a time: the caller holds a lock. */
export async function addToJournal(file: string, entries: readonly JournalEntry[]): Promise<void> {
  const known = await readJournal(file)
  const fresh = entries.filter(({ id }) => !known.some((one) => one.id === id))
  if (fresh.length > 0) await writeJournal(file, [...known, ...fresh])
}

/** Takes entries out again: the erasure they announced did not happen. */
export async function dropFromJournal(file: string, ids: readonly string[]): Promise<void> {
  await writeJournal(
    file,
    (await readJournal(file)).filter(({ id }) => !ids.includes(id)),
  )
}

async function writeJournal(file: string, erasures: readonly JournalEntry[]): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o711 })
  const half = `${file}.${randomBytes(4).toString('hex')}`
  const handle = await fs.open(half, 'wx', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify({ format: 'casa-comune-erasures-1', erasures }, null, 2)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await fs.rename(half, file)
}
