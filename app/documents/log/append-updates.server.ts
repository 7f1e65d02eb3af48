import { CompiledQuery } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { TextRef } from '../access.ts'
import { sha256 } from './packed.server.ts'
import { sealOf } from './seal.server.ts'

/** One row of the log: an update of one text, made by these people (none: by the system). */
export type NewUpdate = TextRef & { epoch: number; update: Uint8Array; personIds: readonly string[] }

/** Beside the rows, in the same commit: who contributed, and which Yjs client ids belong to whom. */
export type Authorship = {
  contributors?: readonly (TextRef & { personId: string })[]
  clients?: readonly (TextRef & { clientId: number; personId: string })[]
  removals?: readonly Removal[]
}

/** What a participant deleted of what others wrote: a deletion has no author in the text itself. */
export type Removal = TextRef & { personId: string; clientId: number; clock: number; length: number }

export type AppendedRow = { id: number; document_id: string; lang: string }

/** Channel that tells every node which rows were committed: `<node> <live name>:<row id>,…`. */
export const updateChannel = 'document_update'

// A text whose epoch has moved on (erasure) or that is gone gets no row: the caller sees it missing in the result.
const text = `
with given as (
  select * from unnest($1::uuid[], $2::text[], $3::int[], $4::bytea[], $5::bytea[], $6::text[], $15::bytea[])
    as g(document_id, lang, epoch, update, sha256, person_ids, seal)
), written as (
  insert into document_update (document_id, lang, epoch, update, sha256, person_ids, node, seal)
  select g.document_id, g.lang, g.epoch, g.update, g.sha256, string_to_array(g.person_ids, ',')::uuid[], $7, g.seal
  from given g join document_text t on t.document_id = g.document_id and t.lang = g.lang and t.epoch = g.epoch
  returning id, document_id, lang
), contributed as (
  insert into document_contributor (document_id, lang, person_id)
  select distinct c.document_id, c.lang, c.person_id from unnest($8::uuid[], $9::text[], $10::uuid[]) as c(document_id, lang, person_id)
    join person p on p.id = c.person_id join document_text t on t.document_id = c.document_id and t.lang = c.lang
  on conflict (document_id, lang, person_id) do update set last_at = now()
), touched as (
  update document_text t set updated_at = now()
  from (select distinct * from unnest($8::uuid[], $9::text[]) as c(document_id, lang)) c
  where t.document_id = c.document_id and t.lang = c.lang
), owned as (
  insert into document_client (document_id, lang, client_id, person_id)
  select distinct on (1, 2, 3) o.document_id, o.lang, o.client_id, o.person_id
  from unnest($11::uuid[], $12::text[], $13::bigint[], $14::uuid[]) as o(document_id, lang, client_id, person_id)
    join document_text t on t.document_id = o.document_id and t.lang = o.lang
  on conflict do nothing
), removed as (
  insert into document_removal (document_id, lang, person_id, client_id, clock, length)
  select r.document_id, r.lang, r.person_id, r.client_id, r.clock, r.length
  from unnest($16::uuid[], $17::text[], $18::uuid[], $19::bigint[], $20::bigint[], $21::bigint[])
    as r(document_id, lang, person_id, client_id, clock, length)
    join document_text t on t.document_id = r.document_id and t.lang = r.lang
)
select id, document_id, lang, (
  select count(pg_notify('${updateChannel}', $7 || ' ' || part.names)) from (
    select string_agg(document_id || '.' || lang || ':' || id, ',') as names
    from (select *, row_number() over () / 100 as part from written) numbered group by part
  ) part
) from written`

/** The statement of one group commit, for a prepared query on a connection of its own. */
export function appendQuery(node: string, rows: readonly NewUpdate[], { contributors = [], clients = [], removals = [] }: Authorship = {}) {
  const hashes = rows.map((row) => sha256(row.update))
  const values: unknown[] = [
    rows.map((row) => row.documentId),
    rows.map((row) => row.lang),
    rows.map((row) => row.epoch),
    rows.map((row) => Buffer.from(row.update.buffer, row.update.byteOffset, row.update.byteLength)),
    hashes,
    rows.map((row) => row.personIds.join(',')),
    node,
    contributors.map((one) => one.documentId),
    contributors.map((one) => one.lang),
    contributors.map((one) => one.personId),
    clients.map((one) => one.documentId),
    clients.map((one) => one.lang),
    clients.map((one) => one.clientId),
    clients.map((one) => one.personId),
    rows.map((row, index) => sealOf(hashes[index]!, { ...row, kind: 'update' })),
    removals.map((one) => one.documentId),
    removals.map((one) => one.lang),
    removals.map((one) => one.personId),
    removals.map((one) => one.clientId),
    removals.map((one) => one.clock),
    removals.map((one) => one.length),
  ]
  return { name: 'append-updates', text, values }
}

/**
 * Appends updates of any number of texts in one statement and tells every node when it commits. Rows whose text is
 * gone or has a newer epoch are not written and missing in the result.
 */
export async function appendUpdates(db: Db, node: string, rows: readonly NewUpdate[], authorship?: Authorship): Promise<AppendedRow[]> {
  const query = appendQuery(node, rows, authorship)
  const result = await db.executeQuery(CompiledQuery.raw(query.text, query.values))
  return result.rows as AppendedRow[]
}
