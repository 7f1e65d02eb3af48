import type { Person } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import { onProcess } from './process-act.server.ts'
import type { ProcessTextInput } from './process.schema.ts'

/**
 * Writes a process's title, line and reason in one language. When the Italian changes, the others are marked to be
 * looked at again. Facilitators of the process.
 */
export async function writeProcessText(db: Db, actor: Person, processId: string, { lang, ...words }: ProcessTextInput): Promise<void> {
  await onProcess(db, actor, processId, 'process.written', async (trx) => {
    await trx
      .insertInto('process_text')
      .values({ process_id: processId, lang, ...words })
      .onConflict((conflict) => conflict.columns(['process_id', 'lang']).doUpdateSet({ ...words, to_review: false }))
      .execute()
    if (lang === 'it')
      await trx.updateTable('process_text').set({ to_review: true }).where('process_id', '=', processId).where('lang', '<>', 'it').execute()
  })
}
