import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import { appendUpdates } from '#app/documents/log/append-updates.server.ts'
import { sha256 } from '#app/documents/log/packed.server.ts'
import type { Db } from '#db/connection.ts'
import { spilledLine, syncFolder } from './spill.ts'
import { authorshipOfUnsaved, type UnsavedUpdate } from './unsaved.ts'

/**
 * Reads back what a stopping server could not commit: before any socket is accepted, each edit exactly once. A file is
 * renamed after its commit: `.imported` (then only the hashes stay in it), or `.damaged` when a line did not match its hash (the other lines came in).
 * Edits of a text that is gone or was rebuilt since are left out. Returns the number of edits brought back.
 */
export async function importSpill(db: Db, folder: string, log: Logger): Promise<number> {
  if (!existsSync(folder)) return 0
  let total = 0
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()) {
    const file = path.join(folder, name)
    const { rows, damaged } = readSpill(file)
    const imported = await importRows(db, rows)
    total += imported
    renameSync(file, `${file}.${damaged > 0 ? 'damaged' : 'imported'}`)
    syncFolder(folder)
    // What is in the log need not lie about in a file, where nobody would erase it.
    if (damaged === 0) writeFileSync(`${file}.imported`, rows.map((row) => `${sha256(row.update).toString('hex')}\n`).join(''))
    if (damaged > 0) log.error({ file: name, damaged }, 'a file of unsaved edits is damaged: kept beside')
    log.warn({ file: name, edits: rows.length, imported }, 'edits that were unsaved at the last stop are saved now')
  }
  return total
}

function readSpill(file: string): { rows: UnsavedUpdate[]; damaged: number } {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const rows = lines.map(parseLine).filter((row) => row !== undefined)
  return { rows, damaged: lines.length - rows.length }
}

function parseLine(line: string): UnsavedUpdate | undefined {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return undefined // counted as damaged and reported
  }
  const { data } = spilledLine.safeParse(json)
  const update = data && Buffer.from(data.update, 'base64')
  if (!data || !update || sha256(update).toString('hex') !== data.sha256) return undefined
  const { document, lang, epoch, persons, clients } = data
  return { documentId: document, lang, epoch, update, personIds: persons, clients: new Map(clients), removals: [] }
}

/** All edits of a file in one transaction, beside the note that they came. */
function importRows(db: Db, rows: readonly UnsavedUpdate[]): Promise<number> {
  return db.transaction().execute(async (trx) => {
    let imported = 0
    for (const row of rows) {
      const { rows: noted } = await sql`
        insert into spilled_edit (document_id, lang, epoch, sha256)
        select t.document_id, t.lang, t.epoch, ${sha256(row.update)} from document_text t
        where t.document_id = ${row.documentId} and t.lang = ${row.lang} and t.epoch = ${row.epoch}
        on conflict do nothing returning 1`.execute(trx)
      if (noted.length === 0) continue
      imported += (await appendUpdates(trx, 'spill', [row], authorshipOfUnsaved([row]))).length
    }
    return imported
  })
}
