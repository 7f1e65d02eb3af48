import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { freeSlug, slugOf } from '#app/shared/slug.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { tellGlossaryChanged } from './glossary-act.server.ts'
import { canKeepGlossary } from './glossary.policy.ts'
import { newTerm } from './glossary-term.ts'
import type { GlossaryTermInput } from './glossary-term.schema.ts'

export type SaveOutcome = { ok: true; slug: string } | { ok: false; reason: 'exists' }

/**
 * Adds a term, or changes the one with this slug: its address stays. Refused when another term has its Italian name.
 * Editors; throws forbidden, and not-found for an unknown slug.
 */
export async function saveGlossaryTerm(db: Db, actor: Person, slug: string | undefined, input: GlossaryTermInput): Promise<SaveOutcome> {
  if (!canKeepGlossary(actor)) throw new AppError('forbidden')
  const columns = { ...input, edited_at: new Date() }
  return db.transaction().execute(async (trx): Promise<SaveOutcome> => {
    const named = await trx.selectFrom('glossary_term').select('slug').where('name_it', 'ilike', plainly(input.name_it)).executeTakeFirst()
    if (named && named.slug !== slug) return { ok: false, reason: 'exists' }
    if (slug === undefined) {
      const taken = await trx.selectFrom('glossary_term').select('slug').execute()
      const free = freeSlug(slugOf(input.name_it, 'voce'), new Set([newTerm, ...taken.map((row) => row.slug)]))
      const made = { id: newId(), slug: free }
      await trx
        .insertInto('glossary_term')
        .values({ ...made, ...columns, added: true })
        .execute()
      await tellGlossaryChanged(trx, actor, 'glossary.added', made.id)
      return { ok: true, slug: made.slug }
    }
    const term = await trx.updateTable('glossary_term').set(columns).where('slug', '=', slug).returning('id').executeTakeFirst()
    if (!term) throw new AppError('not-found')
    await tellGlossaryChanged(trx, actor, 'glossary.changed', term.id)
    return { ok: true, slug }
  })
}

/** For `ilike`, which is here to take capitals for small letters and nothing else. */
const plainly = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`)
