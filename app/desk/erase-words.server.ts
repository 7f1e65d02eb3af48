import { sql } from 'kysely'
import { type Access, allows, liveName, type TextRef } from '#app/documents/access.ts'
import { eraseFile, type ErasedFile, removeBytes } from '#app/documents/erasure/erase-file.server.ts'
import { eraseFromText } from '#app/documents/erasure/erase-from-text.server.ts'
import { addToJournal, dropFromJournal, type JournalEntry, journalPath } from '#app/documents/erasure/erasure-journal.server.ts'
import { fingerprintOf } from '#app/documents/erasure/fingerprint.server.ts'
import type { Erased } from '#app/documents/erasure/rebuild-text.server.ts'
import { sweepErased } from '#app/documents/erasure/sweep-erased.server.ts'
import { recordAct } from '#app/people/audit.server.ts'
import { type Actor, hasRole } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import { findTextAccess } from './document-access.server.ts'
import type { ErasureReason } from './erasure.ts'

/** The operator at the machine: `casa erase`. */
export const operator = Symbol('operator')
export type Eraser = Actor | typeof operator

/** One text, and the words to erase from it; 'everything' empties it. */
export type ErasureTarget = TextRef & { what: readonly string[] | 'everything' }
type Erase = {
  eraser: Eraser
  reason: ErasureReason
  targets: readonly ErasureTarget[]
  /** Files that go as a whole, by id. */
  files?: readonly string[]
  /** Where files and the journal are kept. */
  dataDir: string
}

/** Administrators erase anywhere, editors in texts they may publish. Pure. */
export const canErase = (eraser: Eraser, access: Access): boolean =>
  eraser === operator || hasRole(eraser, 'admin') || (hasRole(eraser, 'editor') && allows(access, 'publish'))

/**
 * Erases words from texts, their history, their editions and the search index, for good, and notes them in the journal
 * that a restore replays. Refusals: forbidden, not-found, bad-request.
 */
export async function eraseWords(db: Db, { eraser, reason, targets, files = [], dataDir }: Erase): Promise<Erased[]> {
  const journal = journalPath(dataDir)
  const entries: JournalEntry[] = []
  const gone: ErasedFile[] = []
  try {
    const erased = await db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtextextended('erasures', 0))`.execute(trx)
      const done: Erased[] = []
      for (const target of targets) {
        const one = await eraseOne(trx, target, eraser, reason)
        entries.push(one.entry)
        done.push(one.erased)
      }
      for (const id of files) {
        const one = await eraseOneFile(trx, id, eraser, reason)
        entries.push(one.entry)
        gone.push(one.file)
      }
      // On disk before the commit: an erasure that happened is never missing from the journal.
      await addToJournal(journal, entries)
      return done
    })
    await sweepErased(db)
    await removeBytes(db, dataDir, gone)
    return erased
  } catch (error) {
    if (entries.length > 0)
      await dropFromJournal(
        journal,
        entries.map(({ id }) => id),
      )
    throw error
  }
}

async function eraseOne(trx: Db, { what, ...text }: ErasureTarget, eraser: Eraser, reason: ErasureReason) {
  const { documentId, lang } = text
  const actor: Actor = eraser === operator ? { kind: 'visitor' } : eraser
  const owner = await findTextAccess(trx, actor, liveName(text))
  if (!owner && eraser !== operator) throw new AppError('not-found')
  if (!canErase(eraser, owner?.access ?? 'none')) throw new AppError('forbidden')
  const erased = await eraseFromText(trx, { documentId, lang, what })
  await enqueueIndexing(trx, await catalogueIds(trx, documentId))
  const entry: JournalEntry = {
    id: newId(),
    at: new Date().toISOString(),
    documentId,
    lang,
    epoch: erased.epoch,
    what: what === 'everything' ? what : what.map(fingerprintOf),
  }
  const actorId = actor.kind === 'person' ? actor.id : null
  const detail = { lang, ...erased, reason, entry: entry.id }
  await recordAct(trx, { actorId, action: 'document.erased', subject: `document:${documentId}`, detail })
  return { erased, entry }
}

async function eraseOneFile(trx: Db, id: string, eraser: Eraser, reason: ErasureReason) {
  const file = await eraseFile(trx, id)
  if (!file) throw new AppError('not-found')
  const { documentId, sha256 } = file
  if (!(await mayEraseFrom(trx, eraser, documentId))) throw new AppError('forbidden')
  await enqueueIndexing(trx, await catalogueIds(trx, documentId))
  const entry: JournalEntry = { id: newId(), at: new Date().toISOString(), documentId, lang: '', epoch: 0, what: { file: sha256 } }
  const actorId = eraser !== operator && eraser.kind === 'person' ? eraser.id : null
  const detail = { lang: '', files: 1, reason, entry: entry.id }
  await recordAct(trx, { actorId, action: 'document.erased', subject: `document:${documentId}`, detail })
  return { file, entry }
}

/** True when this person may erase from the document, judged by its source text. */
export async function mayEraseFrom(db: Db, eraser: Eraser, documentId: string): Promise<boolean> {
  if (eraser === operator) return true
  const row = await db.selectFrom('document').where('id', '=', documentId).select('source_lang').executeTakeFirst()
  const owner = row && (await findTextAccess(db, eraser, liveName({ documentId, lang: row.source_lang })))
  return canErase(eraser, owner?.access ?? 'none')
}

/** Catalogue ids of what this document belongs to. */
async function catalogueIds(db: Db, documentId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select type || ':' || id as id from practice where document_id = ${documentId}
    union all select 'chapter:' || id from chapter where document_id = ${documentId}
    union all select 'programme:' || id from programme where document_id = ${documentId}
    union all select 'session:' || id from training_session where document_id = ${documentId}
    union all select 'take-away:' || id from take_away where document_id = ${documentId}`.execute(db)
  return rows.map((row) => row.id)
}
