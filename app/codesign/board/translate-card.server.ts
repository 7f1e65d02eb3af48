import type { Person } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import type { ParticipantLang } from '../participant-languages.ts'
import { onCards } from './card-act.server.ts'

/** Notes a translation of a card beside the original, which never changes; empty takes it away. Facilitators of the process. */
export async function translateCard(
  db: Db,
  actor: Person,
  processId: string,
  id: string,
  lang: ParticipantLang,
  body: string,
): Promise<void> {
  await onCards(db, actor, processId, [id], 'contribution.translated', async (trx) => {
    await trx.deleteFrom('contribution_translation').where('contribution_id', '=', id).where('lang', '=', lang).execute()
    if (body !== '')
      await trx.insertInto('contribution_translation').values({ contribution_id: id, lang, body, by_person: actor.id }).execute()
  })
}
