import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mailNotice, refusedField, refusedForm } from '#app/people/answer.server.ts'
import { listInvitations } from '#app/people/invitation.queries.server.ts'
import { invitePerson, withdrawInvitation } from '#app/people/invite-person.server.ts'
import { inviteActSchema } from '#app/people/person.schema.ts'
import { AdminPage } from '#app/people/ui/admin-page.tsx'
import { InviteForm } from '#app/people/ui/invite-form.tsx'
import { InvitationList } from '#app/people/ui/invitation-list.tsx'
import { MailSent } from '#app/people/ui/mail-sent.tsx'
import { roles } from '#app/shared/actor.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'admin')
  const { db, actor, t } = entered
  return { head: headOf(entered, t('people.admin.place.inviti'), { noindex: true }), invitations: await listInvitations(db, actor) }
}

export async function action(args: ActionFunctionArgs) {
  const entered = enterSignedIn(args, 'admin')
  const { db, actor, lang, t, appUrl } = entered
  const form = await readForm(args.request, inviteActSchema)
  if (!form.ok) return data(refusedForm(t, form), 422)
  if (form.value.act === 'withdraw') {
    await withdrawInvitation(db, actor, form.value.hash)
    return redirect(`/${lang}/scrivania/amministrazione/inviti`, 303)
  }
  const { email, role } = form.value
  const outcome = await invitePerson(db, actor, { email, role }, { lang, appUrl })
  if (outcome.ok) return { mail: mailNotice(entered, outcome.path) }
  if (outcome.reason === 'too-many') return data(refusedField('', t('people.error.tooMany', { minutes: outcome.minutes })), 429)
  return data(refusedField('email', t('people.invite.taken'), { email, role }), 422)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function Invitations() {
  const { t } = useI18n()
  const answer = useActionData<typeof action>()
  return (
    <AdminPage title={t('people.admin.place.inviti')}>
      {answer?.mail && <MailSent mail={answer.mail}>{t('people.invite.sent')}</MailSent>}
      <InviteForm
        title={t('people.invite.title')}
        lead={t('people.invite.lead')}
        role={t('people.field.role')}
        roles={roles.map((value) => ({ value, label: t(`people.role.${value}`) }))}
        refused={answer?.mail ? undefined : answer}
      />
      <InvitationList invitations={useLoaderData<typeof loader>().invitations} />
    </AdminPage>
  )
}
