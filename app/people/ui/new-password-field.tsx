import { Field } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'

/** Where a new password is chosen: the rule is said before, password managers may fill it in. */
export function NewPasswordField({ error }: { error: string | undefined }) {
  const { t } = useI18n()
  return (
    <Field
      name="password"
      type="password"
      label={t('people.field.newPassword')}
      hint={t('people.field.newPasswordHint')}
      autoComplete="new-password"
      required
      minLength={8}
      maxLength={256}
      error={error}
    />
  )
}
