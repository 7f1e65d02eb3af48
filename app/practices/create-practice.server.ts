import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { createDocument } from '#app/documents/create-document.server.ts'
import { inTransaction } from '#app/documents/log/in-transaction.server.ts'
import { recordAct } from '#app/people/audit.server.ts'
import { canChooseType, canCreate } from './practice.policy.ts'
import { sheetColumns } from './sheet-columns.ts'
import type { PracticeInput, SectionTexts } from './practice.schema.ts'
import { docFromSections } from './section-blocks.ts'
import { takeSlug } from './take-slug.server.ts'
import { unknownChoice, writeRelations } from './write-relations.server.ts'

export type SaveOutcome = { ok: true; id: string; slug: string } | { ok: false; field: string; reason: 'unknown' }

/**
 * Starts a sheet as a draft of `actor`: its document has the fixed sections in Italian and English, the Italian ones
 * filled with `sections`. The type is the editors' to choose. Refused (`unknown`, with the field) when a chosen place, term or body does not exist.
 */
export async function createPractice(db: Db, actor: Person, input: PracticeInput, sections: SectionTexts = {}): Promise<SaveOutcome> {
  if (!canCreate(actor)) throw new AppError('forbidden')
  return inTransaction(db, async (trx) => {
    const unknown = await unknownChoice(trx, input)
    if (unknown) return { ok: false, field: unknown, reason: 'unknown' }
    const id = newId()
    const slug = await takeSlug(trx, input.title_it)
    const texts = { it: docFromSections(sections), en: docFromSections({}) }
    const document_id = await createDocument(trx, { kind: 'practice', sourceLang: 'it', texts, personId: actor.id })
    await trx
      .insertInto('practice')
      .values({
        id,
        slug,
        document_id,
        state: 'draft',
        author_id: actor.id,
        ...sheetColumns(input),
        type: canChooseType(actor) ? input.type : 'practice',
      })
      .execute()
    await writeRelations(trx, id, input)
    await trx
      .insertInto('practice_step')
      .values({ practice_id: id, actor_id: actor.id, actor_role: 'author', from_state: null, to_state: 'draft' })
      .execute()
    await recordAct(trx, { actorId: actor.id, action: 'practice.created', subject: `practice:${id}` })
    return { ok: true, id, slug }
  })
}
