import type { Db } from '#db/connection.ts'
import { inTheirLanguage } from '../answers/prompt.queries.server.ts'
import type { ParticipantLang } from '../participant-languages.ts'

export type GuestProcess = { lang: string; title: string; keepMonths: number }

/** The title of a process for a participant, in their language or in what there is, and how long it keeps their words. */
export async function findGuestProcess(db: Db, processId: string, lang: ParticipantLang): Promise<GuestProcess> {
  const texts = await db
    .selectFrom('process_text as t')
    .innerJoin('process as p', 'p.id', 't.process_id')
    .where('p.id', '=', processId)
    .select(['t.lang', 't.title', 'p.keep_months as keepMonths'])
    .execute()
  return inTheirLanguage(texts, lang).text ?? { lang: 'it', title: '', keepMonths: 24 }
}
