import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { publishWrittenTexts } from '#app/documents/editions/publish-written-texts.server.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import { publicTrainingIds } from './public-training-ids.server.ts'
import type { PublishOutcome } from './publish-take-away.server.ts'
import { canPublishTraining } from './training.policy.ts'

/** Freezes what is written of a programme and shows it, with its sessions, to everybody. Editors. Refuses an empty text. */
export async function publishProgramme(db: Db, actor: Person, slug: string): Promise<PublishOutcome> {
  if (!canPublishTraining(actor)) throw new AppError('forbidden')
  return await db.transaction().execute(async (trx): Promise<PublishOutcome> => {
    const programme = await trx
      .selectFrom('programme')
      .select(['id', 'document_id', 'published_at'])
      .where('slug', '=', slug)
      .forUpdate()
      .executeTakeFirst()
    if (!programme) throw new AppError('not-found')
    const langs = await publishWrittenTexts(trx, programme.document_id, actor.id)
    if (langs.length === 0) return { ok: false, reason: 'empty' }
    const now = new Date()
    const shown = { published_at: programme.published_at ?? now, updated_at: now }
    await trx.updateTable('programme').set(shown).where('id', '=', programme.id).execute()
    await recordAct(trx, { actorId: actor.id, action: 'programme.published', subject: `programme:${programme.id}` })
    await enqueueIndexing(trx, await publicTrainingIds(trx, programme.id))
    return { ok: true }
  })
}
