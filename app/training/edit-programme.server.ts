import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import { publicTrainingIds } from './public-training-ids.server.ts'
import { canEditTraining } from './training.policy.ts'
import type { ProgrammeInput } from './training.schema.ts'

/** Changes what a programme's page says around its text. Facilitators. */
export async function editProgramme(db: Db, actor: Person, slug: string, input: ProgrammeInput): Promise<void> {
  if (!canEditTraining(actor)) throw new AppError('forbidden')
  await db.transaction().execute(async (trx) => {
    const programme = await trx.selectFrom('programme').select('id').where('slug', '=', slug).forUpdate().executeTakeFirst()
    if (!programme) throw new AppError('not-found')
    await trx
      .updateTable('programme')
      .set({ ...programmeColumns(input), updated_at: new Date() })
      .where('id', '=', programme.id)
      .execute()
    await recordAct(trx, { actorId: actor.id, action: 'programme.edited', subject: `programme:${programme.id}` })
    await enqueueIndexing(trx, await publicTrainingIds(trx, programme.id))
  })
}

/** A programme's columns from its form; the bilingual lists are jsonb. */
export const programmeColumns = ({ organisers_it, organisers_en, sources_it, sources_en, ...columns }: ProgrammeInput) => ({
  ...columns,
  organisers: JSON.stringify({ it: organisers_it, en: organisers_en }),
  sources: JSON.stringify({ it: sources_it, en: sources_en }),
})
