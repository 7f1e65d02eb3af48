import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, promises as fs } from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'

/** Bytes live at DATA_DIR/files/aa/<sha256>, once however often they are uploaded; the `file` row says whose they are. */
export function storedFilePath(dataDir: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256')
  return path.join(dataDir, 'files', sha256.slice(0, 2), sha256)
}

/**
 * Keeps these bytes and returns their hash. They are on disk under their final name when this returns, so the `file`
 * row written afterwards never points at nothing.
 */
export async function storeFile(dataDir: string, bytes: Uint8Array): Promise<{ sha256: string; size: number }> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const target = storedFilePath(dataDir, sha256)
  const folder = path.dirname(target)
  await fs.mkdir(folder, { recursive: true, mode: 0o700 })
  const half = path.join(folder, `.${sha256}.${randomBytes(6).toString('hex')}`)
  const handle = await fs.open(half, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await fs.rename(half, target)
  const opened = await fs.open(folder, 'r') // the name itself must survive a power cut
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
  return { sha256, size: bytes.byteLength }
}

/** The stored bytes as a stream; errors with ENOENT when they are missing. */
export const openStoredFile = (dataDir: string, sha256: string): Readable => createReadStream(storedFilePath(dataDir, sha256))
