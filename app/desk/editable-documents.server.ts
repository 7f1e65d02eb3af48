import { sql } from 'kysely'
import { type Actor, hasRole } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import { type DocumentKind, documentKinds, findTextAccess } from './document-access.server.ts'

export type EditableDocument = { name: string; lang: string; title: string; url: string; kind: DocumentKind; updatedAt: Date }

/**
 * The live texts the actor may write, newest first: all of them, or at most `limit`, of these kinds when they are named.
 * A first query narrows by what the policies can ever grant; the decision itself is findTextAccess, as everywhere.
 */
export async function editableDocuments(
  db: Db,
  actor: Actor,
  { limit, kinds = documentKinds }: { limit?: number; kinds?: readonly DocumentKind[] } = {},
): Promise<EditableDocument[]> {
  if (actor.kind !== 'person') return []
  const bodies = actor.organisations.map((membership) => membership.id)
  const rows = await db
    .selectFrom('document as d')
    .innerJoin('document_text as t', 't.document_id', 'd.id')
    .where('d.kind', 'in', kinds)
    .select(['d.id', 'd.kind', 't.lang', 't.updated_at'])
    .$if(!hasRole(actor, 'facilitator'), (query) =>
      query.where(
        sql<boolean>`(exists (select from practice p where p.document_id = d.id and (p.author_id = ${actor.id}
            or exists (select from practice_organisation o where o.practice_id = p.id and o.organisation_id = any(${bodies}::uuid[]))))
          or exists (select from process r join process_facilitator f on f.process_id = r.id where r.document_id = d.id and f.person_id = ${actor.id})
          or exists (select from chapter c where c.document_id = d.id and c.programme_id = any(${actor.programmes}::uuid[])))`,
      ),
    )
    .orderBy('t.updated_at', 'desc')
    .orderBy('d.id', 'desc')
    .$if(limit !== undefined, (query) => query.limit(limit! * 2))
    .execute()
  const found: EditableDocument[] = []
  for (const row of rows) {
    if (found.length === limit) break
    const name = `${row.id}.${row.lang}`
    const text = await findTextAccess(db, actor, name)
    if (text?.access !== 'write' && text?.access !== 'publish') continue
    const kind = documentKinds.find((known) => known === row.kind)
    if (kind) found.push({ name, lang: row.lang, title: text.title, url: text.path, kind, updatedAt: row.updated_at })
  }
  return found
}
