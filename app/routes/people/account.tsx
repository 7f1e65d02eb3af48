import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { revokeSession } from '#app/people/revoke-session.server.ts'
import { listSessions } from '#app/people/sessions.queries.server.ts'
import { AccountOverview } from '#app/people/ui/account-overview.tsx'
import { AppError } from '#app/shared/app-error.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

const notices = ['email', 'password', 'session'] as const

export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args)
  const { db, actor, sessionHash, t, url } = entered
  const sessions = await listSessions(db, actor.id)
  return {
    head: headOf(entered, t('people.account.title'), { noindex: true }),
    email: actor.email,
    notice: notices.find((known) => known === url.searchParams.get('notice')),
    sessions: sessions.map((session) => ({ ...session, here: session.hash === sessionHash })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, lang } = enterSignedIn(args)
  const form = await readForm(args.request, z.object({ session: z.string().regex(/^[0-9a-f]{64}$/) }))
  if (!form.ok) throw new AppError('bad-request')
  await revokeSession(db, actor, form.value.session)
  return redirect(`/${lang}/scrivania/account?notice=session`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function Account() {
  return <AccountOverview {...useLoaderData<typeof loader>()} />
}
