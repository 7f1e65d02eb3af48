import { Field } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'

/** Asked again before what changes the account. */
export function CurrentPasswordField({ error }: { error: string | undefined }) {
  const { t } = useI18n()
  return (
    <Field
      name="current"
      type="password"
      label={t('people.field.currentPassword')}
      autoComplete="current-password"
      required
      maxLength={1024}
      error={error}
    />
  )
}
