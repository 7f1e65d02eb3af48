import type { Entered } from '#app/shared/http/enter.server.ts'
import { networkOf, tryAgainIn } from '#app/people/limits.server.ts'
import { finishOwnProposal } from './finish-own-proposal.server.ts'
import { mailResumeLink } from './mail-resume-link.server.ts'
import { codeCookie } from './proposal-code.server.ts'
import { findOwnProposal } from './proposal.queries.server.ts'
import { missingIn, type ProposalField, type ProposalFields, type ProposalProblem, readStep, stepWith } from './proposal.schema.ts'
import { codeOf, proposalSteps, type ProposalStep, stepOf } from './proposal.ts'
import { writerOf } from './proposal-page.server.ts'
import { saveProposal } from './save-proposal.server.ts'
import { sendProposal } from './send-proposal.server.ts'
import { withdrawProposal } from './withdraw-proposal.server.ts'

export type ProposalRefusal = {
  status: number
  problems: Partial<Record<ProposalField | 'code' | 'mail', ProposalProblem | 'unknown'>>
  /** About the whole form. */
  whole?: 'robot' | 'too-fast' | 'too-many' | 'sent'
  minutes?: number
  typed: Partial<ProposalFields>
}
/** Where to go on (path after /{lang}), with a cookie to set; the mailed link, where pages may show it; or what is wrong. */
export type ProposalPosted = { to: string; cookie?: string } | { mailed: 'resume' | 'confirm'; path: string } | { refused: ProposalRefusal }

const home = '/buone-pratiche/proponi'
const at = (step: ProposalStep, query = '') => `${home}?passo=${step}${query}`
const refuse = (status: number, refusal: Omit<Partial<ProposalRefusal>, 'status'>): ProposalPosted => ({
  refused: { status, problems: {}, typed: {}, ...refusal },
})
type Asked = { entered: Entered; writer: ReturnType<typeof writerOf>; form: FormData; step: ProposalStep }

/** One form of /buone-pratiche/proponi. Whatever is typed in a step is kept before it is judged. */
export async function postProposal(entered: Entered, request: Request): Promise<ProposalPosted> {
  const form = await request.formData()
  const asked = { entered, writer: writerOf(entered, request), form, step: stepOf(form.get('step')) }
  // A field that people never see: whoever fills it is a program.
  if (form.get('website')) return refuse(422, { whole: 'robot' })
  switch (form.get('intent')) {
    case 'resume':
      return resume(entered, String(form.get('code') ?? ''))
    case 'mail':
      return mailLink(asked)
    case 'again':
      return { to: home, cookie: codeCookie('', entered.secure) }
    case 'withdraw':
      await withdrawProposal(entered.db, asked.writer)
      return { to: `${home}?notice=withdrawn`, cookie: codeCookie('', entered.secure) }
    default:
      return saveStep(asked)
  }
}

/** Goes on with the proposal under a code typed from paper or followed from a mail. */
export async function resume({ db, ip, secure }: Entered, typed: string): Promise<ProposalPosted> {
  const minutes = await tryAgainIn('proposal-code', networkOf(ip))
  if (minutes !== undefined) return refuse(429, { whole: 'too-many', minutes })
  const code = codeOf(typed)
  if (!code || !(await findOwnProposal(db, { actor: { kind: 'visitor' }, code }))) return refuse(422, { problems: { code: 'unknown' } })
  return { to: home, cookie: codeCookie(code, secure) }
}

async function mailLink({ entered, writer, form }: Asked): Promise<ProposalPosted> {
  const { db, lang, ip, appUrl } = entered
  const outcome = await mailResumeLink(db, { code: writer.code ?? '', email: String(form.get('mail') ?? ''), lang, ip, appUrl })
  if (outcome.ok) return { mailed: 'resume', path: outcome.path }
  if (outcome.reason === 'too-many') return refuse(429, { whole: 'too-many', minutes: outcome.minutes })
  return refuse(422, { problems: { mail: outcome.reason === 'email' ? 'email' : 'unknown' } })
}

async function saveStep(asked: Asked): Promise<ProposalPosted> {
  const { entered, writer, form, step } = asked
  const { db, lang, ip, secure } = entered
  const read = readStep(form, step)
  if (!read.ok) return refuse(422, { problems: read.problems, typed: read.typed })
  const saved = await saveProposal(db, writer, read.fields, { lang, ip })
  if (!saved.ok)
    return refuse(saved.reason === 'too-many' ? 429 : 409, {
      whole: saved.reason,
      typed: read.fields,
      ...(saved.reason === 'too-many' && { minutes: saved.minutes }),
    })
  const cookie = saved.code ? { cookie: codeCookie(saved.code, secure) } : {}
  if (form.get('intent') === 'later') return { to: at(step, '&notice=kept'), ...cookie }
  const signedIn = entered.actor.kind === 'person'
  const missing = missingIn(saved.fields, { step, signedIn })
  // The first words are kept under a new code: only a redirect can hand it over, so the page itself says what is missing.
  if (missing.length > 0)
    return saved.code ? { to: at(step, '&manca=1'), ...cookie } : refuse(422, { ...lacking(missing), typed: read.fields })
  if (step !== 4) return { to: at(proposalSteps[step]), ...cookie }
  return finish({ ...asked, writer: { ...writer, code: saved.code ?? writer.code } })
}

const lacking = (missing: readonly ProposalField[]): Pick<ProposalRefusal, 'problems'> => ({
  problems: Object.fromEntries(missing.map((name) => [name, 'required' as const])),
})

async function finish({ entered, writer }: Asked): Promise<ProposalPosted> {
  const { db, actor, ip, appUrl, secure } = entered
  if (actor.kind === 'person') {
    const made = await finishOwnProposal(db, actor, writer.code)
    if (!made.ok) return { to: at(stepWith(made.fields), '&manca=1') }
    return { to: `/scrivania/pratiche/${made.practiceId}?notice=created`, cookie: codeCookie('', secure) }
  }
  const sent = await sendProposal(db, writer, { ip, appUrl })
  if (sent.ok) return { mailed: 'confirm', path: sent.path }
  if (sent.reason === 'missing') return { to: at(stepWith(sent.fields), '&manca=1') }
  return refuse(429, { whole: sent.reason, ...(sent.reason === 'too-many' && { minutes: sent.minutes }) })
}
