import { sql } from 'kysely'
import * as Y from 'yjs'
import type { Db } from '#db/connection.ts'
import { liveName, type TextRef } from '../access.ts'
import { applyStored, hasHole, type StoredState, unpack, unpackSnapshot } from './packed.server.ts'
import { isIntact, type Sealed } from './seal.server.ts'

export type LoadedText = {
  doc: Y.Doc
  epoch: number
  /** Updates after the last snapshot: when the tail is long, the text wants compacting. */
  tail: { count: number; bytes: number }
  /** Bytes of the loaded state, uncompressed. */
  bytes: number
}

/** Stored bytes do not match their hash. `partial` is what could be read: to be shown, never to be written back. */
export class DamagedTextError extends Error {
  override name = 'DamagedTextError'
  readonly ref: TextRef
  readonly damaged: readonly string[]
  readonly partial: LoadedText
  constructor(ref: TextRef, damaged: readonly string[], partial: LoadedText) {
    super(`text ${liveName(ref)} is damaged: ${damaged.join(', ')}`)
    this.ref = ref
    this.damaged = damaged
    this.partial = partial
  }
}

export type StoredPart = Sealed & { kind: 'text' | 'snapshot' | 'update'; id: number; bytes: Buffer | null; epoch: number }

/**
 * Everything stored of a text, seen by one statement: a compaction running beside it can hide nothing. The snapshot
 * before the newest is there only until that one was read back whole.
 */
export async function readParts(db: Db, { documentId, lang }: TextRef): Promise<StoredPart[]> {
  const { rows } = await sql<StoredPart>`
    with t as (select * from document_text where document_id = ${documentId} and lang = ${lang})
    select 'text' as kind, t.epoch::bigint as id, null::bytea as bytes, null::bytea as sha256, null::bytea as seal, t.epoch from t
    union all
    (select 'snapshot', s.id, s.state, s.sha256, s.seal, s.epoch from document_snapshot s join t using (document_id, lang, epoch) order by s.id desc limit 2)
    union all
    (select 'update', u.id, u.update, u.sha256, u.seal, u.epoch from document_update u join t using (document_id, lang, epoch) order by u.id)`.execute(
    db,
  )
  return rows
}

/** The good states among the parts, in order of writing, and names of the bad ones. */
export function verifiedStates(parts: readonly StoredPart[], ref: TextRef): { states: StoredState[]; damaged: string[] } {
  const damaged: string[] = []
  const isGood = (kind: 'snapshot' | 'update') => (part: StoredPart) => {
    const good = isIntact(part, { ...ref, epoch: part.epoch, kind })
    if (!good) damaged.push(`${kind} ${part.id}`)
    return good
  }
  const of = (kind: StoredPart['kind']) => parts.filter((part) => part.kind === kind).toSorted((a, b) => a.id - b.id)
  const snapshot = of('snapshot').findLast(isGood('snapshot')) // newest first: an older one is not looked at unless needed
  const updates = of('update').filter(isGood('update'))
  const states = updates.map(({ bytes }): StoredState => ({ bytes: bytes!, isSecondFormat: false }))
  return { states: snapshot ? [unpackSnapshot(snapshot.bytes!), ...states] : states, damaged }
}

/**
 * Loads a text from its snapshot and log into a new Y.Doc (or `into`). Undefined when there is no such text; throws
 * DamagedTextError when a stored part does not match its hash.
 */
export async function loadText(db: Db, ref: TextRef, into: Y.Doc = new Y.Doc()): Promise<LoadedText | undefined> {
  const parts = await readParts(db, ref)
  const text = parts.find((part) => part.kind === 'text')
  if (!text) return undefined
  const { states, damaged } = verifiedStates(parts, ref)
  const lacksSnapshot = damaged.some((name) => name.startsWith('snapshot')) && parts.filter((part) => part.kind === 'snapshot').length < 2
  const version = lacksSnapshot ? await lastGoodVersion(db, ref, text.id) : undefined
  into.transact(() => (version ? [version, ...states] : states).forEach((state) => applyStored(into, state)), 'log')
  const updates = parts.filter((part) => part.kind === 'update')
  const loaded: LoadedText = {
    doc: into,
    epoch: text.id,
    tail: { count: updates.length, bytes: updates.reduce((sum, part) => sum + (part.bytes?.byteLength ?? 0), 0) },
    bytes: states.reduce((sum, state) => sum + state.bytes.byteLength, 0),
  }
  if (damaged.length === 0 && hasHole(into)) damaged.push('something is missing')
  if (damaged.length > 0) throw new DamagedTextError(ref, damaged, loaded)
  return loaded
}

/** The newest version whose bytes are whole: what can be shown when the snapshot is not. */
async function lastGoodVersion(db: Db, { documentId, lang }: TextRef, epoch: number): Promise<StoredState | undefined> {
  const versions = await db
    .selectFrom('document_version')
    .where('document_id', '=', documentId)
    .where('lang', '=', lang)
    .where('epoch', '=', epoch)
    .select(['id', 'state as bytes', 'sha256', 'seal'])
    .orderBy('seen_at', 'desc')
    .limit(5)
    .execute()
  const good = versions.find((version) => isIntact(version, { documentId, lang, epoch, kind: `version ${version.id}` }))
  return good && { bytes: unpack(good.bytes), isSecondFormat: false }
}
