import { Field } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'

/** One's own name, as texts one writes will show it. */
export function NameField() {
  const { t } = useI18n()
  return <Field name="name" label={t('people.field.name')} hint={t('people.field.nameHint')} autoComplete="name" required maxLength={120} />
}
