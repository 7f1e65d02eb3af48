import type { Db } from '#db/connection.ts'
import { networkOf, tryAgainIn } from '#app/people/limits.server.ts'
import { AppError } from '#app/shared/app-error.ts'
import { confirmPath, mailSender } from './mail-sender.server.ts'
import { newKey, secretHash } from './proposal-code.server.ts'
import { lockOwnProposal, type Writer } from './proposal.queries.server.ts'
import { missingIn, type ProposalField } from './proposal.schema.ts'
import { SHORTEST_S } from './proposal.ts'

export type SendOutcome =
  | { ok: true; path: string }
  | { ok: false; reason: 'missing'; fields: ProposalField[] }
  | { ok: false; reason: 'too-fast' }
  | { ok: false; reason: 'too-many'; minutes: number }

/**
 * Sends a proposal written without an account: its address gets a link to confirm, and only then editors see it. Refused:
 * `missing` fields, `too-fast` (fewer seconds after its first words than a person needs), `too-many` mails (with minutes).
 * Throws not-found when there is no draft under this code.
 */
export async function sendProposal(db: Db, writer: Writer, { ip, appUrl }: { ip: string; appUrl: string }): Promise<SendOutcome> {
  return db.transaction().execute(async (trx): Promise<SendOutcome> => {
    const proposal = await lockOwnProposal(trx, writer)
    if (!proposal || (proposal.state !== 'draft' && proposal.state !== 'to-confirm')) throw new AppError('not-found')
    const { fields, lang } = proposal
    const missing = missingIn(fields, { signedIn: false })
    if (missing.length > 0) return { ok: false, reason: 'missing', fields: missing }
    const now = new Date()
    if (now.getTime() - proposal.startedAt.getTime() < SHORTEST_S * 1_000) return { ok: false, reason: 'too-fast' }
    const minutes = (await tryAgainIn('mail-network', networkOf(ip))) ?? (await tryAgainIn('mail-address', fields.email))
    if (minutes !== undefined) return { ok: false, reason: 'too-many', minutes }
    const key = newKey()
    await trx
      .updateTable('practice_proposal')
      .set({ state: 'to-confirm', email: fields.email, confirm_hash: secretHash(key), sent_at: now, updated_at: now })
      .where('id', '=', proposal.id)
      .execute()
    const path = `${confirmPath}?chiave=${key}`
    return { ok: true, path: await mailSender(trx, { to: fields.email, lang, kind: 'confirm', title: fields.title, path, appUrl }) }
  })
}
