import type { Db } from '#db/connection.ts'
import { inTheirLanguage } from '../answers/prompt.queries.server.ts'
import type { ParticipantLang } from '../participant-languages.ts'

/** The title of a process for a participant, in their language or in what there is. */
export async function findProcessTitle(db: Db, processId: string, lang: ParticipantLang): Promise<{ lang: string; title: string }> {
  const texts = await db.selectFrom('process_text').where('process_id', '=', processId).select(['lang', 'title']).execute()
  return inTheirLanguage(texts, lang).text ?? { lang: 'it', title: '' }
}
