import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { sha256 } from '#app/documents/log/packed.server.ts'
import type { UnsavedUpdate } from './unsaved.ts'

/** One line of a spill file. */
export const spilledLine = z.object({
  document: z.uuid(),
  lang: z.string().min(2),
  epoch: z.int(),
  sha256: z.hex(),
  update: z.base64(),
  persons: z.array(z.uuid()),
  clients: z.array(z.tuple([z.int(), z.uuid()])),
})

const lineOf = ({ documentId, lang, epoch, update, personIds, clients }: UnsavedUpdate): z.infer<typeof spilledLine> => ({
  document: documentId,
  lang,
  epoch,
  sha256: sha256(update).toString('hex'),
  update: Buffer.from(update).toString('base64'),
  persons: [...personIds],
  clients: [...clients],
})

/**
 * Writes edits that could not be committed to a new file in `folder` and returns its path. The file has its final name
 * only once its bytes are on disk.
 */
export function writeSpill(folder: string, rows: readonly UnsavedUpdate[], node: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, `${new Date().toISOString().replaceAll(':', '-')}-${node.slice(0, 8)}.jsonl`)
  const half = `${file}.half`
  const handle = openSync(half, 'wx', 0o600)
  try {
    for (const row of rows) writeSync(handle, `${JSON.stringify(lineOf(row))}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(half, file)
  syncFolder(folder)
  return file
}

/** Makes a rename in this folder survive a power cut. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
