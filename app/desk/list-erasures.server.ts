import { type Db } from '#db/connection.ts'
import { z } from 'zod'
import { type ErasureReason, erasureReasons } from './erasure.ts'

export type ErasureNote = {
  at: Date
  by: string | null
  documentId: string
  lang: string
  editions: number
  versions: number
  reason?: ErasureReason | undefined
  /** Done again after a restore. */
  replayed: boolean
}

const detail = z.object({
  lang: z.string().catch(''),
  editions: z.number().catch(0),
  versions: z.number().catch(0),
  reason: z.enum(erasureReasons).optional().catch(undefined),
  replayed: z.boolean().catch(false),
})

/** The latest erasures from the audit trail, which says everything but the words. */
export async function listErasures(db: Db, limit: number): Promise<ErasureNote[]> {
  const rows = await db
    .selectFrom('audit_entry as a')
    .leftJoin('person as p', 'p.id', 'a.actor_id')
    .where('a.action', '=', 'document.erased')
    .select(['a.at', 'a.subject', 'a.detail', 'p.name'])
    .orderBy('a.at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ at, subject, name, ...row }) => ({
    at,
    by: name,
    documentId: subject.replace('document:', ''),
    ...detail.parse(row.detail),
  }))
}
