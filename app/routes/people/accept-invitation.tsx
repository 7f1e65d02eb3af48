import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { acceptInvitation } from '#app/people/accept-invitation.server.ts'
import { refusedForm } from '#app/people/answer.server.ts'
import { findInvitation } from '#app/people/invitation.queries.server.ts'
import { acceptInvitationSchema } from '#app/people/person.schema.ts'
import { startSession } from '#app/people/session.server.ts'
import { InvitationForm } from '#app/people/ui/invitation-form.tsx'
import { LinkOver } from '#app/people/ui/link-over.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const token = entered.url.searchParams.get('token') ?? ''
  const invitation = await findInvitation(entered.db, token)
  return data({ head: headOf(entered, entered.t('people.invitation.title'), { noindex: true }), token, invitation }, invitation ? 200 : 410)
}

export async function action(args: ActionFunctionArgs) {
  const { db, lang, t, secure, sessionHash } = enter(args)
  const form = await readForm(args.request, acceptInvitationSchema)
  if (!form.ok) return data(refusedForm(t, form), 422)
  const outcome = await acceptInvitation(db, form.value, { lang })
  if (!outcome.ok) return redirect(`/${lang}/registrati/invito`, 303)
  const userAgent = args.request.headers.get('User-Agent') ?? ''
  const cookie = await startSession(db, outcome.person, { userAgent, secure, replaces: sessionHash })
  return redirect(`/${lang}/scrivania`, { status: 303, headers: { 'Set-Cookie': cookie } })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function AcceptInvitation() {
  const { t } = useI18n()
  const { token, invitation } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  if (!invitation) return <LinkOver title={t('people.invitation.title')} />
  return <InvitationForm token={token} invitation={invitation} refused={refused} />
}
