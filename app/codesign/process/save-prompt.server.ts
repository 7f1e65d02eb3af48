import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { onProcess } from './process-act.server.ts'
import type { PromptInput } from './process.schema.ts'

export type SavePromptOutcome = { ok: true } | { ok: false; reason: 'choices' }

/**
 * Adds a question as a draft, or changes one: its words in one language. Choices keep their number and order once
 * somebody has answered, since answers name them by place. Facilitators of the process.
 */
export async function savePrompt(db: Db, actor: Person, processId: string, input: PromptInput): Promise<SavePromptOutcome> {
  const { id: known, lang, question, help, choices, ...place } = input
  return await onProcess(db, actor, processId, 'prompt.saved', async (trx): Promise<SavePromptOutcome> => {
    await checkPlace(trx, processId, place)
    if (known && place.kind === 'choice' && !(await fits(trx, known, lang, choices.length))) return { ok: false, reason: 'choices' }
    const id = known ?? (await addPrompt(trx, processId, place))
    const changed = await trx
      .updateTable('prompt')
      .set({ phase_id: place.phase_id, meeting_id: place.meeting_id })
      .where('id', '=', id)
      .where('process_id', '=', processId)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new AppError('not-found')
    const words = { question, help, choices: JSON.stringify(choices) }
    await trx
      .insertInto('prompt_text')
      .values({ prompt_id: id, lang, ...words })
      .onConflict((conflict) => conflict.columns(['prompt_id', 'lang']).doUpdateSet({ ...words, to_review: false }))
      .execute()
    if (lang === 'it')
      await trx.updateTable('prompt_text').set({ to_review: true }).where('prompt_id', '=', id).where('lang', '<>', 'it').execute()
    return { ok: true }
  })
}

type Place = Pick<PromptInput, 'kind' | 'phase_id' | 'meeting_id'>

/** Phase and meeting must be of this process. */
async function checkPlace(trx: Db, processId: string, { phase_id, meeting_id }: Place): Promise<void> {
  const phase =
    phase_id === null || (await trx.selectFrom('process_phase').select('process_id').where('id', '=', phase_id).executeTakeFirst())
  const meeting =
    meeting_id === null || (await trx.selectFrom('meeting').select('process_id').where('id', '=', meeting_id).executeTakeFirst())
  for (const part of [phase, meeting]) if (part !== true && part?.process_id !== processId) throw new AppError('not-found')
}

/** As many choices as in the other languages. */
async function fits(trx: Db, promptId: string, lang: string, count: number): Promise<boolean> {
  const others = await trx.selectFrom('prompt_text').select('choices').where('prompt_id', '=', promptId).where('lang', '<>', lang).execute()
  return others.every(({ choices }) => !Array.isArray(choices) || choices.length === count)
}

async function addPrompt(trx: Db, processId: string, { kind, phase_id, meeting_id }: Place): Promise<string> {
  const last = await trx
    .selectFrom('prompt')
    .where('process_id', '=', processId)
    .select((eb) => eb.fn.max('position').as('position'))
    .executeTakeFirst()
  const id = newId()
  const row = { id, process_id: processId, kind, phase_id, meeting_id, position: (last?.position ?? 0) + 1 }
  await trx.insertInto('prompt').values(row).execute()
  return id
}
