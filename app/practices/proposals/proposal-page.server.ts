import type { Entered } from '#app/shared/http/enter.server.ts'
import { choicesForPage, formChoices } from '../form-choices.server.ts'
import { isPublicState, pathOf, type PracticeState, type PracticeType } from '../practice.ts'
import { goodExample } from './good-example.queries.server.ts'
import { codeInCookie } from './proposal-code.server.ts'
import { findOwnProposal, type Proposal } from './proposal.queries.server.ts'
import { parseFields } from './proposal.schema.ts'
import { codeOf, type ProposalStep } from './proposal.ts'
import { similarTitles } from './similar-titles.queries.server.ts'

/** Who is writing, as the request says it. */
export const writerOf = ({ actor }: Pick<Entered, 'actor'>, request: Request) => {
  const code = codeInCookie(request.headers.get('Cookie'))
  return { actor, code: code ? codeOf(code) : undefined }
}

/** The page that asks for one step: what was kept so far, sheets alike, a good example; or where a sent proposal stands. */
export async function proposalPage(entered: Entered, request: Request, step: ProposalStep) {
  const { db, lang, t } = entered
  const writer = writerOf(entered, request)
  const kept = await findOwnProposal(db, writer)
  if (kept && kept.state !== 'draft') return { kind: 'status' as const, code: writer.code, status: await statusOf(entered, kept) }
  const fields = kept?.fields ?? parseFields({})
  const [choices, similar, example] = await Promise.all([
    formChoices(db, t, lang),
    step === 2 ? similarTitles(db, lang, fields.title) : [],
    goodExample(db, lang),
  ])
  const signedIn = entered.actor.kind === 'person'
  const { territories, organisations, terms } = choicesForPage(choices)
  return {
    kind: 'write' as const,
    step,
    signedIn,
    begun: kept !== undefined,
    code: kept && !signedIn ? writer.code : undefined,
    fields: { ...fields, email: fields.email || (entered.actor.kind === 'person' ? entered.actor.email : '') },
    similar,
    example,
    // Long lists only where they are used.
    places: step === 2 ? territories : [],
    bodies: step === 2 ? organisations : [],
    terms: step === 3 ? terms : [],
  }
}
export type ProposalPage = Awaited<ReturnType<typeof proposalPage>>
export type WritePage = Extract<ProposalPage, { kind: 'write' }>
export type StatusPage = Extract<ProposalPage, { kind: 'status' }>

/** What a sender may know: where the proposal stands, why, and the public page once there is one. */
async function statusOf({ db }: Pick<Entered, 'db'>, proposal: Proposal) {
  const sheet = proposal.practiceId
    ? await db.selectFrom('practice').select(['type', 'slug', 'state']).where('id', '=', proposal.practiceId).executeTakeFirst()
    : undefined
  const state = sheet?.state as PracticeState | undefined
  return {
    state: proposal.state,
    title: proposal.fields.title,
    email: proposal.email,
    reason: proposal.reason,
    decidedAt: proposal.decidedAt,
    sheetState: state,
    path: sheet && state && isPublicState(state) ? pathOf({ type: sheet.type as PracticeType, slug: sheet.slug }) : undefined,
  }
}
