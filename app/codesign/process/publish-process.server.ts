import { publishWrittenTexts } from '#app/documents/editions/publish-written-texts.server.ts'
import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { onProcess } from './process-act.server.ts'
import { mayBecome } from './process.ts'
import { canPublishProcess } from './process.policy.ts'

/**
 * Opens a process to everybody, or opens a closed one again, and freezes an edition of what is written in its text; of
 * an open one only the text. Editors.
 */
export async function publishProcess(db: Db, actor: Person, processId: string): Promise<void> {
  if (!canPublishProcess(actor)) throw new AppError('forbidden')
  await onProcess(db, actor, processId, 'process.published', async (trx, { state }) => {
    if (state !== 'open' && !mayBecome(state, 'open')) throw new AppError('conflict')
    const { document_id, published_at } = await trx
      .selectFrom('process')
      .select(['document_id', 'published_at'])
      .where('id', '=', processId)
      .executeTakeFirstOrThrow()
    await publishWrittenTexts(trx, document_id, actor.id)
    await trx
      .updateTable('process')
      .set({ state: 'open', closed_on: null, published_at: published_at ?? new Date() })
      .where('id', '=', processId)
      .execute()
  })
}
