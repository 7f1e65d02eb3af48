import { Field } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'

/** Somebody's address. `autoComplete` is off where it is another person's. */
export function EmailField({ label, autoComplete = 'email' }: { label?: string; autoComplete?: string }) {
  const { t } = useI18n()
  return <Field name="email" type="email" label={label ?? t('people.field.email')} autoComplete={autoComplete} required maxLength={254} />
}
