import type { Person } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import { transcribeVoice } from '../answers/voice.server.ts'
import type { ParticipantLang } from '../participant-languages.ts'
import { onCards } from './card-act.server.ts'

/** Writes down a spoken answer in the language it was spoken in; the recording goes 30 days later. Facilitators of the process. */
export async function transcribeCard(
  db: Db,
  actor: Person,
  processId: string,
  id: string,
  lang: ParticipantLang,
  body: string,
): Promise<void> {
  await onCards(db, actor, processId, [id], 'contribution.transcribed', (trx) => transcribeVoice(trx, id, { body, lang }))
}
