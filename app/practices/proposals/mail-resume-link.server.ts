import { z } from 'zod'
import type { Db } from '#db/connection.ts'
import { networkOf, tryAgainIn } from '#app/people/limits.server.ts'
import type { Lang } from '#app/shared/languages.ts'
import { mailSender, resumePath } from './mail-sender.server.ts'
import { findOwnProposal } from './proposal.queries.server.ts'
import { codeOf } from './proposal.ts'

type Outcome = { ok: true; path: string } | { ok: false; reason: 'email' | 'unknown' } | { ok: false; reason: 'too-many'; minutes: number }

/**
 * Mails the link that resumes a proposal. The address is not kept for it. Refused: `email` (not an address), `unknown` (no
 * such code), `too-many` mails from this network or to this address (with minutes).
 */
export async function mailResumeLink(
  db: Db,
  { code, email, lang, ip, appUrl }: { code: string; email: string; lang: Lang; ip: string; appUrl: string },
): Promise<Outcome> {
  const to = z.email().max(254).safeParse(email.trim())
  if (!to.success) return { ok: false, reason: 'email' }
  const known = codeOf(code)
  const proposal = known && (await findOwnProposal(db, { actor: { kind: 'visitor' }, code: known }))
  if (!known || !proposal) return { ok: false, reason: 'unknown' }
  const minutes = (await tryAgainIn('mail-network', networkOf(ip))) ?? (await tryAgainIn('mail-address', to.data))
  if (minutes !== undefined) return { ok: false, reason: 'too-many', minutes }
  const { title } = proposal.fields
  const path = await db
    .transaction()
    .execute((trx) => mailSender(trx, { to: to.data, lang, kind: 'resume', title, path: `${resumePath}?codice=${known}`, appUrl }))
  return { ok: true, path }
}
