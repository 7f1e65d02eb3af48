import type { Db } from '#db/connection.ts'
import { hasPersonalData } from '#app/shared/personal-data.ts'
import type { ParticipantLang } from '../participant-languages.ts'
import type { Here } from './participant-session.server.ts'

export type OwnSettings = { displayName: string; lang: ParticipantLang; credit: 'pseudonym' | 'none' }

/**
 * The name others see, the language of the pages, and whether their name stands among those who wrote. An empty name
 * is the pseudonym again. False when the name is too long, holds an address or a number, or somebody else here has it.
 */
export async function changeOwnSettings(db: Db, here: Here, { displayName, lang, credit }: OwnSettings): Promise<boolean> {
  const name = displayName.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  if (name.length > 40 || hasPersonalData(name) || /[\p{Cc}\p{Cf}]/u.test(name.replaceAll(/[\u200c\u200d]/g, ''))) return false
  return db.transaction().execute(async (trx) => {
    const taken = await trx
      .selectFrom('participant')
      .where('process_id', '=', here.participant.processId)
      .where('id', '<>', here.participant.id)
      .where((eb) => eb.or([eb('display_name', '=', name), eb('pseudonym', '=', name)]))
      .select('id')
      .executeTakeFirst()
    if (name !== '' && taken) return false
    await trx
      .updateTable('participant')
      .set({ display_name: name === '' || name === here.pseudonym ? null : name, lang, credit })
      .where('id', '=', here.participant.id)
      .execute()
    return true
  })
}
