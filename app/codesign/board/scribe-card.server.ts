import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import type { ParticipantLang } from '../participant-languages.ts'
import { lockForFacilitation } from '../process/process.queries.server.ts'

export type Scribed = {
  promptId: string
  lang: ParticipantLang
  body: string
  /** Who said it, as they wish to be called; never a real name (the form says so). */
  saidBy: string
  /** They heard what happens with their words and agreed. */
  consent: boolean
}

/**
 * Writes down what somebody said, for people who do not write here: the card says "said by" and "written by". Without
 * their consent nothing is kept. Facilitators of the process.
 */
export async function scribeCard(
  db: Db,
  actor: Person,
  processId: string,
  input: Scribed,
): Promise<{ ok: true } | { ok: false; reason: 'no-consent' }> {
  if (!input.consent) return { ok: false, reason: 'no-consent' }
  return await db.transaction().execute(async (trx) => {
    await lockForFacilitation(trx, actor, processId)
    const prompt = await trx
      .selectFrom('prompt')
      .select('id')
      .where('id', '=', input.promptId)
      .where('process_id', '=', processId)
      .executeTakeFirst()
    if (!prompt) throw new AppError('not-found')
    const id = newId()
    await trx
      .insertInto('contribution')
      .values({
        id,
        process_id: processId,
        prompt_id: prompt.id,
        scribe_id: actor.id,
        said_by: input.saidBy,
        said_consent: true,
        client_key: `scribe-${id}`,
        lang: input.lang,
        body: input.body,
      })
      .execute()
    await recordAct(trx, { actorId: actor.id, action: 'contribution.scribed', subject: `contribution:${id}` })
    return { ok: true as const }
  })
}
