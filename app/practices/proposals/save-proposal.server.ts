import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { networkOf, tryAgainIn } from '#app/people/limits.server.ts'
import type { Lang } from '#app/shared/languages.ts'
import { newCode, secretHash } from './proposal-code.server.ts'
import { lockOwnProposal, type Writer } from './proposal.queries.server.ts'
import { parseFields, type ProposalFields } from './proposal.schema.ts'

export type SaveOutcome =
  | { ok: true; fields: ProposalFields; /** The code of a proposal that was just begun without an account. */ code?: string }
  | { ok: false; reason: 'too-many'; minutes: number }
  | { ok: false; reason: 'sent' }

/**
 * Keeps what was typed in a step, complete or not. The first words begin the proposal: under a new code, or as the draft
 * of a signed-in person, who also takes over what they began before signing in. Refused: `too-many` begun from one
 * network (with minutes), `sent` when it is no longer a draft.
 */
export async function saveProposal(
  db: Db,
  writer: Writer,
  given: Partial<ProposalFields>,
  { lang, ip }: { lang: Lang; ip: string },
): Promise<SaveOutcome> {
  return db.transaction().execute(async (trx) => {
    const kept = await lockOwnProposal(trx, writer)
    if (kept && kept.state !== 'draft') return { ok: false, reason: 'sent' }
    const fields = parseFields({ ...kept?.fields, ...given })
    const person_id = writer.actor.kind === 'person' ? writer.actor.id : null
    const row = { fields: JSON.stringify(fields), lang, updated_at: new Date(), ...(person_id && { person_id }) }
    if (kept) {
      await trx.updateTable('practice_proposal').set(row).where('id', '=', kept.id).execute()
      return { ok: true, fields }
    }
    const minutes = await tryAgainIn('proposal-network', networkOf(ip))
    if (minutes !== undefined) return { ok: false, reason: 'too-many', minutes }
    const code = person_id ? undefined : newCode()
    await trx
      .insertInto('practice_proposal')
      .values({ id: newId(), state: 'draft', code_hash: code ? secretHash(code) : null, ...row })
      .execute()
    return { ok: true, fields, ...(code && { code }) }
  })
}
