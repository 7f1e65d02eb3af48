import { type Option, Select } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { KeptForm } from '#app/shared/ui/kept-form.tsx'
import type { RefusedForm } from '../form-answer.ts'
import { EmailField } from './email-field.tsx'

type Props = { title: string; lead: string; role: string; roles: Option[]; refused: RefusedForm | undefined }

/** Invites an address to something, in a role: to an account, to a body. */
export function InviteForm({ title, lead, role, roles, refused }: Props) {
  const { t } = useI18n()
  return (
    <section>
      <h2>{title}</h2>
      <p className="measure">{lead}</p>
      <KeptForm answer={refused} known={{ role: 'member' }}>
        <EmailField autoComplete="off" />
        <Select name="role" label={role} options={roles} />
        <button type="submit" name="act" value="invite" className="btn btn-primary">
          {t('people.invite.submit')}
        </button>
      </KeptForm>
    </section>
  )
}
