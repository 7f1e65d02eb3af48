import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import { atRome } from '#app/shared/rome-time.ts'
import { canEditTraining } from './training.policy.ts'
import type { SessionInput } from './training.schema.ts'

/** Changes what a session's page says around its text; its address stays. Facilitators. */
export async function editSession(db: Db, actor: Person, sessionId: string, input: SessionInput): Promise<void> {
  if (!canEditTraining(actor)) throw new AppError('forbidden')
  await db.transaction().execute(async (trx) => {
    const session = await trx.selectFrom('training_session').select('id').where('id', '=', sessionId).forUpdate().executeTakeFirst()
    if (!session) throw new AppError('not-found')
    await trx
      .updateTable('training_session')
      .set({ ...sessionColumns(input), updated_at: new Date() })
      .where('id', '=', session.id)
      .execute()
    await recordAct(trx, { actorId: actor.id, action: 'session.edited', subject: `session:${session.id}` })
    await enqueueIndexing(trx, [`session:${session.id}`])
  })
}

/** A session's columns from its form; day and hours are those of clocks in Tuscany. */
export const sessionColumns = (input: SessionInput) => ({
  title_it: input.title_it,
  title_en: input.title_en,
  editorial_title: input.editorial_title,
  summary_it: input.summary_it,
  summary_en: input.summary_en,
  starts_at: atRome(input.day, input.start),
  ends_at: atRome(input.day, input.end),
  experts: JSON.stringify({ it: input.experts_it, en: input.experts_en }),
  prompts: JSON.stringify({ it: input.prompts_it, en: input.prompts_en }),
  materials: JSON.stringify({ it: input.materials_it, en: input.materials_en }),
  sources: JSON.stringify({ it: input.sources_it, en: input.sources_en }),
  meeting_url: input.meeting_url,
  recording_url: input.recording_url,
  chapter_slug: input.chapter_slug,
})
