import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { tellGlossaryChanged } from './glossary-act.server.ts'
import { canKeepGlossary } from './glossary.policy.ts'

/** Takes away a term that editors added. Those that come with the product can be changed, not taken away: texts link to them. */
export async function removeGlossaryTerm(db: Db, actor: Person, slug: string): Promise<void> {
  if (!canKeepGlossary(actor)) throw new AppError('forbidden')
  await db.transaction().execute(async (trx) => {
    const term = await trx.deleteFrom('glossary_term').where('slug', '=', slug).where('added', '=', true).returning('id').executeTakeFirst()
    if (!term) throw new AppError('not-found')
    await tellGlossaryChanged(trx, actor, 'glossary.removed', term.id)
  })
}
