import type { Db } from '#db/connection.ts'
import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordsWithTerm, tellTermChanged } from './term-act.server.ts'
import { canManageTerms } from './term.policy.ts'
import type { TermNames } from './term.schema.ts'

/** Renames a term in the three languages; its code and links stay. Records that carry it are indexed again. Throws forbidden, not-found. */
export async function renameTerm(db: Db, actor: Person, id: string, names: TermNames): Promise<void> {
  if (!canManageTerms(actor)) throw new AppError('forbidden')
  await db.transaction().execute(async (trx) => {
    const term = await trx
      .selectFrom('term')
      .select('id')
      .where('id', '=', id)
      .where('merged_into', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!term) throw new AppError('not-found')
    await trx.updateTable('term').set(names).where('id', '=', id).execute()
    await tellTermChanged(trx, actor, 'term.renamed', id, await recordsWithTerm(trx, id))
  })
}
