import { roles } from '#app/shared/actor.ts'
import { ErrorSummary, Field, Select } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { RefusedForm } from '../form-answer.ts'

export function InviteForm({ refused }: { refused: RefusedForm | undefined }) {
  const { t } = useI18n()
  return (
    <form method="post">
      <h2>{t('people.invite.title')}</h2>
      <p className="measure">{t('people.invite.lead')}</p>
      <ErrorSummary errors={refused?.errors} />
      <Field
        name="email"
        type="email"
        label={t('people.field.email')}
        required
        maxLength={254}
        autoComplete="off"
        defaultValue={refused?.typed.email}
        error={refused?.errors.email}
      />
      <Select
        name="role"
        label={t('people.field.role')}
        options={roles.map((value) => ({ value, label: t(`people.role.${value}`) }))}
        defaultValue={refused?.typed.role ?? 'member'}
        error={refused?.errors.role}
      />
      <button type="submit" name="act" value="invite" className="btn btn-primary">
        {t('people.invite.submit')}
      </button>
    </form>
  )
}
