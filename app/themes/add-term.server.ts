import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { tellTermChanged } from './term-act.server.ts'
import { canManageTerms } from './term.policy.ts'
import type { NewTerm } from './term.schema.ts'
import { termCode } from './term.ts'

type Outcome = { ok: true; id: string } | { ok: false; reason: 'exists' }

/** Adds a term at the end of its list; its code comes from the Italian name. Refused when the code is taken. Throws forbidden below editor. */
export async function addTerm(db: Db, actor: Person, input: NewTerm): Promise<Outcome> {
  if (!canManageTerms(actor)) throw new AppError('forbidden')
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('term'))`.execute(trx)
    const code = termCode(input.name_it)
    const taken = await trx.selectFrom('term').select('id').where('list', '=', input.list).where('code', '=', code).executeTakeFirst()
    if (taken || code === '') return { ok: false, reason: 'exists' }
    const last = await trx
      .selectFrom('term')
      .select((eb) => eb.fn.max('position').as('position'))
      .where('list', '=', input.list)
      .executeTakeFirst()
    const id = `${input.list}:${code}`
    const { list, name_it, name_en, name_ar } = input
    await trx
      .insertInto('term')
      .values({ id, list, code, name_it, name_en, name_ar, position: (last?.position ?? 0) + 1 })
      .execute()
    await tellTermChanged(trx, actor, 'term.added', id, [])
    return { ok: true, id }
  })
}
