import * as Y from 'yjs'
import type { Db } from '#db/connection.ts'
import type { TextRef } from '../access.ts'
import { fragmentName } from '../log/fragment-name.ts'
import { pack, unpack } from '../log/packed.server.ts'
import { isIntact, type Place, sealOf } from '../log/seal.server.ts'
import { applyJson, docJson } from '../log/text-json.ts'
import type { DocJson } from '../schema/json.ts'
import type { Change } from './rebuild-text.server.ts'

type Redact = TextRef & { change: Change }

/**
 * Rewrites the versions of a text that hold what is erased, names included; the others stay as they are. One that
 * cannot be read any more, or now equals another, goes. Returns how many were touched.
 */
export async function redactVersions(trx: Db, { documentId, lang, change }: Redact): Promise<number> {
  const versions = await trx
    .selectFrom('document_version')
    .where('document_id', '=', documentId)
    .where('lang', '=', lang)
    .select(['id', 'epoch', 'state as bytes', 'sha256', 'seal', 'name'])
    .orderBy('created_at', 'desc')
    .forUpdate()
    .execute()
  const hashes = new Set(versions.map(({ epoch, sha256: known }) => `${epoch} ${known.toString('hex')}`))
  let touched = 0
  for (const version of versions) {
    const row = redacted(version, { documentId, lang, epoch: version.epoch, kind: `version ${version.id}` }, change)
    if (row === 'same') continue
    touched++
    const key = row !== 'gone' && row.sha256 && `${version.epoch} ${row.sha256.toString('hex')}`
    const one = { update: trx.updateTable('document_version'), delete: trx.deleteFrom('document_version') }
    if (row === 'gone' || (key && hashes.has(key))) await one.delete.where('id', '=', version.id).execute()
    else await one.update.set(row).where('id', '=', version.id).execute()
    if (key) hashes.add(key)
  }
  return touched
}

type Version = { bytes: Buffer; sha256: Buffer; seal: Buffer | null; name: string | null }
type Row = { name: string | null; state?: Buffer; size?: number; sha256?: Buffer; seal?: Buffer }

function redacted({ name, ...stored }: Version, place: Place, change: Change): Row | 'same' | 'gone' {
  if (change.everything || !isIntact(stored, place)) return 'gone'
  const doc = new Y.Doc()
  Y.applyUpdate(doc, unpack(stored.bytes))
  const content = docJson(doc, fragmentName)
  doc.destroy()
  const next = change.content(content)
  const newName = name === null ? null : change.words(name).trim() || null
  const isSame = JSON.stringify(next) === JSON.stringify(content)
  if (isSame) return newName === name ? 'same' : { name: newName }
  const packed = pack(stateOf(next, versionClient))
  return { name: newName, ...packed, seal: sealOf(packed.sha256, place) }
}

/** Versions are read, never merged: one client id for all lets equal ones be found. */
const versionClient = 1

/** A text that never held anything else. */
export function stateOf(content: DocJson, client?: number): Uint8Array {
  const doc = new Y.Doc()
  if (client !== undefined) doc.clientID = client
  doc.transact(() => applyJson(doc.getXmlFragment(fragmentName), content))
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return state
}
