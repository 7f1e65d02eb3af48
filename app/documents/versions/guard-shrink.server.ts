import { sql } from 'kysely'
import type { Logger } from 'pino'
import * as Y from 'yjs'
import type { Db } from '#db/connection.ts'
import { liveName, type TextRef } from '../access.ts'
import { inTransaction } from '../log/in-transaction.server.ts'
import { readParts, verifiedStates } from '../log/load-text.server.ts'
import { charactersOf } from '../log/characters-of.server.ts'
import { applyStored, type StoredState } from '../log/packed.server.ts'
import { lockVersions, storeVersion } from './keep-version.server.ts'
import { isShrunk } from './is-shrunk.ts'

/**
 * When most of a real document was removed since the last compaction, keeps it as it was at its longest: the words are
 * still in the log then, and gone from it after the next compaction. Returns the version's id, undefined when the text
 * did not shrink.
 */
export function guardShrink(db: Db, ref: TextRef): Promise<string | undefined> {
  return inTransaction(db, async (trx) => {
    await lockVersions(trx, ref)
    const parts = await readParts(trx, ref)
    const text = parts.find((part) => part.kind === 'text')
    const { states } = verifiedStates(parts, ref)
    const fullest = text && fullestOf(states)
    if (!fullest) return undefined
    const id = await storeVersion(trx, { ...ref, epoch: text.id, doc: fullest, reason: 'shrink' })
    fullest.destroy()
    return id
  })
}

/** The text when it was longest, if it has shrunk since. */
function fullestOf(states: readonly StoredState[]): Y.Doc | undefined {
  const walk = new Y.Doc()
  let peak = { at: -1, characters: 0 }
  states.forEach((state, at) => {
    applyStored(walk, state)
    const characters = charactersOf(walk)
    if (characters >= peak.characters) peak = { at, characters }
  })
  const shrunk = isShrunk(peak.characters, charactersOf(walk))
  walk.destroy()
  if (!shrunk) return undefined
  const doc = new Y.Doc()
  doc.transact(() => states.slice(0, peak.at + 1).forEach((state) => applyStored(doc, state)))
  return doc
}

/** Tells the operator about texts most of which was removed, each once. */
export async function alertShrinks(db: Db, log: Logger): Promise<void> {
  const shrunk = await db
    .updateTable('document_version')
    .set({ alerted_at: sql<Date>`now()` })
    .where('reason', '=', 'shrink')
    .where('alerted_at', 'is', null)
    .returning(['id', 'document_id', 'lang'])
    .execute()
  for (const { id, document_id, lang } of shrunk)
    log.error({ text: liveName({ documentId: document_id, lang }), version: id }, 'most of a text was removed: a version of it was kept')
}
