import { sql } from 'kysely'
import * as Y from 'yjs'
import type { Db } from '#db/connection.ts'
import { liveName, type TextRef } from '../access.ts'
import { fragmentName } from '../log/fragment-name.ts'
import { unpack } from '../log/packed.server.ts'
import { readText } from '../log/read-text.server.ts'
import { isIntact } from '../log/seal.server.ts'
import { docJson } from '../log/text-json.ts'
import { type DiffBlock, diffTexts } from '../reading/diff-texts.ts'
import type { DocJson } from '../schema/json.ts'
import { type VersionEntry, versionReasons } from './version.ts'

/** `day` as in Tuscany, `2026-11-22`. */
type Filter = { named?: boolean; day?: string; limit: number }

/** The days that have versions of a text, newest first, and how many each. */
export async function listVersionDays(db: Db, { documentId, lang }: TextRef): Promise<{ day: string; versions: number }[]> {
  const { rows } = await sql<{ day: string; versions: string }>`
    select to_char(created_at at time zone 'Europe/Rome', 'YYYY-MM-DD') as day, count(*) as versions
    from document_version where document_id = ${documentId} and lang = ${lang} group by 1 order by 1 desc`.execute(db)
  return rows.map(({ day, versions }) => ({ day, versions: Number(versions) }))
}

/** Versions of a text, newest first: all, those with a name, or those of a day. */
export async function listVersions(db: Db, { documentId, lang }: TextRef, { named, day, limit }: Filter): Promise<VersionEntry[]> {
  const rows = await db
    .selectFrom('document_version as v')
    .where('v.document_id', '=', documentId)
    .where('v.lang', '=', lang)
    .$if(named === true, (query) => query.where('v.name', 'is not', null))
    .$if(day !== undefined, (query) => query.where(sql<boolean>`to_char(v.created_at at time zone 'Europe/Rome', 'YYYY-MM-DD') = ${day}`))
    .select(['v.id', 'v.name', 'v.reason', 'v.created_at', 'v.characters'])
    .select((eb) =>
      eb
        .selectFrom('person as p')
        .whereRef('p.id', '=', (e) => e.fn.any('v.contributors'))
        .where('p.closed_at', 'is', null)
        .select((e) => e.fn.agg<string[] | null>('array_agg', ['p.name']).as('names'))
        .as('names'),
    )
    .orderBy('v.created_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ created_at, names, reason, ...row }) => ({
    ...row,
    reason: versionReasons.find((known) => known === reason) ?? 'time',
    createdAt: created_at,
    contributors: names ?? [],
  }))
}

/** What a version reads; undefined when this text has none of that id. Throws when its stored bytes are damaged. */
export async function readVersion(
  db: Db,
  ref: TextRef,
  id: string,
): Promise<{ content: DocJson; createdAt: Date; name: string | null } | undefined> {
  const row = await db
    .selectFrom('document_version')
    .where('id', '=', id)
    .where('document_id', '=', ref.documentId)
    .where('lang', '=', ref.lang)
    .select(['epoch', 'state as bytes', 'sha256', 'seal', 'created_at', 'name'])
    .executeTakeFirst()
  if (!row) return undefined
  if (!isIntact(row, { ...ref, epoch: row.epoch, kind: `version ${id}` })) throw new Error(`version ${id} of ${liveName(ref)} is damaged`)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, unpack(row.bytes))
  const content = docJson(doc, fragmentName)
  doc.destroy()
  return { content, createdAt: row.created_at, name: row.name }
}

export type VersionComparison = { id: string; createdAt: Date; name: string | null; blocks: DiffBlock[] }

/** From a version to the present, in words; undefined when either is missing. */
export async function compareWithPresent(db: Db, ref: TextRef, id: string): Promise<VersionComparison | undefined> {
  const [version, present] = await Promise.all([readVersion(db, ref, id), readText(db, ref)])
  return version && present && { id, createdAt: version.createdAt, name: version.name, blocks: diffTexts(version.content, present) }
}
