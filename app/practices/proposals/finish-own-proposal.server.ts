import type { Db } from '#db/connection.ts'
import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { createPractice } from '../create-practice.server.ts'
import { inputFromProposal } from './proposal-input.server.ts'
import { lockOwnProposal } from './proposal.queries.server.ts'
import { missingIn, type ProposalField } from './proposal.schema.ts'

/**
 * Makes a signed-in person's proposal their draft sheet, which they complete and submit; the proposal goes. Refused:
 * `missing` fields. Throws not-found when they have none under way.
 */
export async function finishOwnProposal(
  db: Db,
  actor: Person,
  code: string | undefined,
): Promise<{ ok: true; practiceId: string } | { ok: false; reason: 'missing'; fields: ProposalField[] }> {
  return db.transaction().execute(async (trx) => {
    const proposal = await lockOwnProposal(trx, { actor, code })
    if (proposal?.state !== 'draft') throw new AppError('not-found')
    const missing = missingIn(proposal.fields, { signedIn: true })
    if (missing.length > 0) return { ok: false, reason: 'missing', fields: missing }
    const { input, sections } = await inputFromProposal(trx, proposal.fields)
    const made = await createPractice(trx, actor, input, sections)
    if (!made.ok) throw new Error(`a proposal names an unknown ${made.field}`) // they were looked up in this transaction
    await trx.deleteFrom('practice_proposal').where('id', '=', proposal.id).execute()
    return { ok: true, practiceId: made.id }
  })
}
