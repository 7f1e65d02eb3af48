import { Alert } from '#app/shared/ui/alert.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import type { MailNotice, RefusedForm } from '#app/people/form-answer.ts'
import { InviteForm } from '#app/people/ui/invite-form.tsx'
import { MailSent } from '#app/people/ui/mail-sent.tsx'
import { membershipRoles } from '../organisation.ts'
import { MemberRow, type MemberRowProps } from './member-row.tsx'

type Props = {
  slug: string
  name: string
  memberships: MemberRowProps['row'][]
  stale: boolean
  answer: RefusedForm | { mail: MailNotice } | undefined
}

/** Requests first, then open invitations, then members; and a form to invite. */
export function MembersPage({ slug, name, memberships, stale, answer }: Props) {
  const { t } = useI18n()
  const trail = [
    { path: '/organizzazioni', label: t('organisations.list.title') },
    { path: `/organizzazioni/${slug}`, label: name },
  ]
  return (
    <Page title={t('organisations.members.title')} lead={t('organisations.members.lead')} trail={trail}>
      {stale && <Alert kind="warning">{t('organisations.members.stale')}</Alert>}
      {answer?.mail && <MailSent mail={answer.mail}>{t('people.invite.sent')}</MailSent>}
      {memberships.length === 0 && <p>{t('organisations.members.none')}</p>}
      <ul className="plain stack measure">
        {memberships.map((row) => (
          <MemberRow key={row.id} row={row} />
        ))}
      </ul>
      <InviteForm
        title={t('organisations.invite.title')}
        lead={t('organisations.invite.lead')}
        role={t('organisations.field.role')}
        roles={membershipRoles.map((role) => ({ value: role, label: t(`organisations.role.${role}`) }))}
        refused={answer?.mail ? undefined : answer}
      />
    </Page>
  )
}
