import { randomInt } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { listCards } from '#app/codesign/answers/prompt.queries.server.ts'
import { enterGuest } from '#app/codesign/join/enter-guest.server.ts'
import { findGuestProcess } from '#app/codesign/join/guest-process.queries.server.ts'
import { findJoinCode } from '#app/codesign/join/join-code.queries.server.ts'
import { joinByCode } from '#app/codesign/join/join-by-code.server.ts'
import { type JoinRefusal, readJoinCode } from '#app/codesign/join/join-code.ts'
import { participantLimits } from '#app/codesign/join/participant-limits.server.ts'
import { readParticipant } from '#app/codesign/join/participant-session.server.ts'
import { PSEUDONYMS, pseudonymOf } from '#app/codesign/join/pseudonyms.ts'
import { ClosedCode } from '#app/codesign/join/ui/closed-code.tsx'
import { LanguagePage } from '#app/codesign/join/ui/language-page.tsx'
import { StartPage } from '#app/codesign/join/ui/start-page.tsx'
import { isParticipantLang, participantLanguages } from '#app/codesign/participant-languages.ts'
import { networkOf } from '#app/people/limits.server.ts'

const statusOf = (reason: JoinRefusal): number => (reason === 'unknown' ? 404 : reason === 'too-many' ? 429 : 410)

/** GET /p/{code}: first the language, then (`?l=`) the notice and the start. A code that opens nothing says why. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, ip, url, params, lang, here } = await enterGuest(args)
  const read = readJoinCode(params.code ?? '')
  if (read.ok && read.code !== params.code) throw redirect(`/p/${read.code}${url.search}`, 301)
  const found = read.ok ? await findJoinCode(db, read.code) : undefined
  if (!found && (await participantLimits.secondsToWait('unknown-network', networkOf(ip)))) return refuse('too-many')
  if (!found) return refuse('unknown')
  const isBack = here?.participant.processId === found.processId
  if (found.end && !(isBack && found.end === 'full')) return refuse(found.end, isBack)
  const process = await findGuestProcess(db, found.processId, lang)
  if (!isParticipantLang(url.searchParams.get('l'))) return data({ step: 'language' as const, process })
  const number = Number(url.searchParams.get('n') ?? randomInt(PSEUDONYMS)) & 255
  const name = isBack ? here.participant.name : pseudonymOf(lang, number)
  const next = (number + randomInt(1, PSEUDONYMS)) % PSEUDONYMS
  return data({ step: 'start' as const, process, number, next, name, isBack, isElsewhere: here !== undefined && !isBack })
}

const refuse = (reason: JoinRefusal, isBack = false) => data({ step: 'closed' as const, reason, isBack }, statusOf(reason))

const wishes = z.object({ lang: z.enum(participantLanguages), n: z.coerce.number().int().min(0).max(255) })

/** POST /p/{code}: starts. */
export async function action(args: ActionFunctionArgs) {
  const { db, ip, secure, params, here, lang: pageLang } = await enterGuest(args)
  const form = wishes.safeParse(Object.fromEntries(await args.request.formData()))
  const lang = form.success ? form.data.lang : pageLang
  const code = readJoinCode(params.code ?? '')
  if (!code.ok) return refuse('unknown')
  const joined = await joinByCode(db, { code: code.code, lang, pseudonym: form.data?.n ?? 0, ip, secure, here })
  if (!joined.ok) return refuse(joined.reason)
  const cookie = joined.cookie.split(';')[0]
  const arrived = await readParticipant(db, cookie, { secure })
  const [first] = arrived ? await listCards(db, arrived) : []
  return redirect(first && first.answers.length === 0 ? `/p/qui/domande/${first.id}` : '/p/qui', {
    status: 303,
    headers: { 'Set-Cookie': joined.cookie },
  })
}

export default function Join() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  if (refused) return <ClosedCode {...refused} />
  if (page.step === 'closed') return <ClosedCode {...page} />
  return page.step === 'language' ? <LanguagePage process={page.process} /> : <StartPage {...page} />
}
