import type * as Y from 'yjs'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { liveName, type TextRef } from '../access.ts'
import type { DocJson } from '../schema/json.ts'
import { jsonProblem } from '../schema/validate.ts'
import { appendUpdates } from './append-updates.server.ts'
import { charactersOf } from './characters-of.server.ts'
import { compactText, wantsCompaction } from './compact-text.server.ts'
import { inTransaction } from './in-transaction.server.ts'
import { fragmentName } from './fragment-name.ts'
import { loadText } from './load-text.server.ts'
import { applyJson, docJson } from './text-json.ts'
import { guardShrink } from '../versions/guard-shrink.server.ts'
import { isShrunk } from '../versions/is-shrunk.ts'

export type Change = (text: { doc: Y.Doc; fragment: Y.XmlFragment; json: () => DocJson }) => DocJson | void

type Write = TextRef & {
  /** Who is named as a contributor; null for the system (imports, starting content). */
  personId: string | null
  /** Edits the shared types in place, or returns the text as it should read: then the smallest difference is written. */
  change: Change
  /** The document to load the text into: one that keeps what was deleted, to bring it back. */
  into?: Y.Doc
}

/**
 * Changes a text from outside the editor (form, import, restore, accepted suggestion): loads it, makes one Yjs
 * transaction, appends the difference to the log. People who have it open see it when the transaction commits.
 * Returns false when nothing changed. Refusals: not-found; bad-request when the new content is not allowed.
 */
export function writeText(db: Db, { documentId, lang, personId, change, into }: Write): Promise<boolean> {
  const ref = { documentId, lang }
  return inTransaction(db, async (trx) => {
    const text = await loadText(trx, ref, into)
    if (!text) throw new AppError('not-found', `no text ${liveName(ref)}`)
    const before = charactersOf(text.doc)
    const update = changedBy(text.doc, change)
    const shrunk = isShrunk(before, charactersOf(text.doc))
    const clientId = text.doc.clientID
    text.doc.destroy()
    if (!update) return false
    const row = { ...ref, epoch: text.epoch, update, personIds: personId ? [personId] : [] }
    // The words are theirs in the text too, as if typed: what one person wrote can be found, and taken back.
    const author = personId ? { contributors: [{ ...ref, personId }], clients: [{ ...ref, clientId, personId }] } : {}
    const written = await appendUpdates(trx, 'server', [row], author)
    if (written.length === 0) throw new AppError('conflict', `text ${liveName(ref)} was rebuilt meanwhile`)
    if (shrunk) await guardShrink(trx, ref)
    if (wantsCompaction({ count: text.tail.count + 1, bytes: text.tail.bytes + update.byteLength })) await compactText(trx, ref)
    return true
  })
}

/** The update one change makes; undefined when it makes none. */
function changedBy(doc: Y.Doc, change: Change): Uint8Array | undefined {
  const fragment = doc.getXmlFragment(fragmentName)
  const updates: Uint8Array[] = []
  const listen = (update: Uint8Array) => void updates.push(update)
  doc.on('update', listen)
  doc.transact(() => {
    const json = change({ doc, fragment, json: () => docJson(doc, fragmentName) })
    if (!json) return
    const problem = jsonProblem(json)
    if (problem) throw new AppError('bad-request', `${problem.reason}: ${problem.where}`)
    applyJson(fragment, json)
  })
  doc.off('update', listen)
  if (updates.length > 1) throw new Error('a change is one transaction')
  return updates[0]
}
