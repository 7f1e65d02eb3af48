import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordsWithTerm, tellTermChanged } from './term-act.server.ts'
import { canManageTerms } from './term.policy.ts'

type Outcome = { ok: true; records: number } | { ok: false; reason: 'same-term' | 'other-list' }

/**
 * Merges one term into another of its list: every record that carried it carries the other, and the old id points there.
 * Throws forbidden below editor, not-found for a term that is unknown or merged already.
 */
export async function mergeTermsInto(db: Db, actor: Person, from: string, into: string): Promise<Outcome> {
  if (!canManageTerms(actor)) throw new AppError('forbidden')
  return db.transaction().execute(async (trx) => {
    const terms = await trx
      .selectFrom('term')
      .select(['id', 'list'])
      .where('id', 'in', [from, into])
      .where('merged_into', 'is', null)
      .orderBy('id')
      .forUpdate()
      .execute()
    const [source, target] = [terms.find((term) => term.id === from), terms.find((term) => term.id === into)]
    if (!source || !target) throw new AppError('not-found')
    if (from === into) return { ok: false, reason: 'same-term' }
    if (source.list !== target.list) return { ok: false, reason: 'other-list' }
    const affected = await recordsWithTerm(trx, from)
    await sql`insert into practice_term (practice_id, term_id)
      select practice_id, ${into} from practice_term where term_id = ${from} on conflict do nothing`.execute(trx)
    await sql`delete from practice_term where term_id = ${from}`.execute(trx)
    await sql`update term set merged_into = ${into} where id = ${from} or merged_into = ${from}`.execute(trx)
    await tellTermChanged(trx, actor, 'term.merged', from, affected)
    return { ok: true, records: affected.length }
  })
}
