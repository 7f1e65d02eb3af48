import type { Db } from '#db/connection.ts'
import { recordAct } from '#app/people/audit.server.ts'
import { type Actor, hasRole } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { translator } from '#app/shared/messages/translate.ts'
import { createPractice } from '../create-practice.server.ts'
import { mailSender, resumePath } from './mail-sender.server.ts'
import { inputFromProposal } from './proposal-input.server.ts'
import { lockProposal, type Proposal } from './proposal.queries.server.ts'

type Refused = { ok: false; reason: 'decided' | 'reason-required' }

/** Locks a proposal that waits for a decision. Throws forbidden, not-found; undefined when somebody has decided it. */
async function lockWaiting(trx: Db, actor: Actor, id: string): Promise<Proposal | undefined> {
  if (actor.kind !== 'person' || !hasRole(actor, 'editor')) throw new AppError('forbidden')
  const proposal = await lockProposal(trx, id)
  if (!proposal || proposal.confirmedAt === null) throw new AppError('not-found')
  return proposal.state === 'received' ? proposal : undefined
}

/**
 * Makes a draft sheet of a proposal, in one action (product.md E4): its words in the fixed sections, its place, body and
 * terms linked where we know them. The sender is told, and from then on hears of every step of the sheet. Editors only;
 * refused when it is decided already.
 */
export async function acceptProposal(
  db: Db,
  actor: Actor,
  id: string,
  appUrl: string,
): Promise<{ ok: true; practiceId: string } | Refused> {
  return db.transaction().execute(async (trx) => {
    const proposal = await lockWaiting(trx, actor, id)
    if (!proposal || actor.kind !== 'person') return { ok: false, reason: 'decided' }
    const { input, sections, body } = await inputFromProposal(trx, proposal.fields)
    const made = await createPractice(trx, actor, input, sections)
    if (!made.ok) throw new Error(`a proposal names an unknown ${made.field}`) // they were looked up in this transaction
    if (body.trim() !== '') await noteBody(trx, made.id, body)
    await decide(trx, actor.id, proposal, { state: 'accepted', reason: '', practice_id: made.id }, appUrl)
    return { ok: true, practiceId: made.id }
  })
}

/** Who carried it out, when it is no body we know: said at the sheet's first step, which those who complete it read. */
async function noteBody(trx: Db, practiceId: string, body: string): Promise<void> {
  const reason = translator('it')('practices.proposal.bodyToLink', { body })
  await trx.updateTable('practice_step').set({ reason }).where('practice_id', '=', practiceId).execute()
}

/** Does not take a proposal up, with the reason the sender reads. Editors only. */
export async function declineProposal(
  db: Db,
  actor: Actor,
  id: string,
  { reason, appUrl }: { reason: string; appUrl: string },
): Promise<{ ok: true } | Refused> {
  return db.transaction().execute(async (trx) => {
    const proposal = await lockWaiting(trx, actor, id)
    if (!proposal || actor.kind !== 'person') return { ok: false, reason: 'decided' }
    if (reason.trim() === '') return { ok: false, reason: 'reason-required' }
    await decide(trx, actor.id, proposal, { state: 'declined', reason: reason.trim(), practice_id: null }, appUrl)
    return { ok: true }
  })
}

type Decision = { state: 'accepted' | 'declined'; reason: string; practice_id: string | null }

async function decide(trx: Db, actorId: string, proposal: Proposal, decision: Decision, appUrl: string): Promise<void> {
  const now = new Date()
  await trx
    .updateTable('practice_proposal')
    .set({ ...decision, decided_by: actorId, decided_at: now, updated_at: now })
    .where('id', '=', proposal.id)
    .execute()
  await recordAct(trx, { actorId, action: `proposal.${decision.state}`, subject: `proposal:${proposal.id}` })
  const { email, lang, fields } = proposal
  if (email === null) return
  const { state: kind, reason } = decision
  await mailSender(trx, { to: email, lang, kind, title: fields.title, path: resumePath, reason, appUrl })
}
