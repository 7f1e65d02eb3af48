import { promises as fs } from 'node:fs'
import path from 'node:path'
import type { Db } from '#db/connection.ts'
import type { Tasks } from '../jobs.server.ts'

const DAY = 86_400_000

/** Removes bytes that no `file` row and no spoken answer names. Younger than a day they may belong to an upload under way. */
export async function sweepFiles(db: Db, dataDir: string, now: number): Promise<number> {
  const root = path.join(dataDir, 'files')
  const named = db.selectFrom('file').select('sha256').union(db.selectFrom('contribution_voice').select('sha256'))
  const known = new Set((await named.execute()).map((row) => row.sha256))
  let removed = 0
  for (const entry of await fs.readdir(root, { recursive: true, withFileTypes: true }).catch(ifMissing)) {
    const file = path.join(entry.parentPath, entry.name)
    if (!entry.isFile() || known.has(entry.name) || (await fs.stat(file)).mtimeMs > now - DAY) continue
    await fs.rm(file)
    removed += 1
  }
  return removed
}

function ifMissing(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}

export const fileTasks = ({ db, dataDir }: { db: Db; dataDir: string }): Tasks => ({
  'sweep-files': async () => {
    await sweepFiles(db, dataDir, Date.now())
  },
})

export const fileCrontab = ['40 3 * * * sweep-files']
