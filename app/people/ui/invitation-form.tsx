import type { Role } from '#app/shared/actor.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { KeptForm } from '#app/shared/ui/kept-form.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import type { RefusedForm } from '../form-answer.ts'
import { NameField } from './name-field.tsx'
import { NewPasswordField } from './new-password-field.tsx'

type Props = { token: string; invitation: { email: string; role: Role; by: string }; refused: RefusedForm | undefined }

/** Somebody was invited: who by, as what, for which address; name and password make the account. */
export function InvitationForm({ token, invitation: { email, role, by }, refused }: Props) {
  const { t } = useI18n()
  return (
    <Page title={t('people.invitation.title')} lead={t('people.invitation.lead', { by, email, role: t(`people.role.${role}`) })}>
      <KeptForm answer={refused}>
        <input type="hidden" name="token" value={token} />
        {/* Lets password managers store the right pair. */}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <NameField />
        <NewPasswordField error={refused?.errors.password} />
        <button type="submit" className="btn btn-primary">
          {t('people.invitation.submit')}
        </button>
      </KeptForm>
    </Page>
  )
}
