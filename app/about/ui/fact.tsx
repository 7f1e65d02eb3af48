import { useI18n } from '#app/shared/ui/i18n.tsx'

/** A value of the installation, as a link when it is an e-mail or web address; "to be completed" when it is unset. */
export function Fact({ value }: { value: string | undefined }) {
  const { t } = useI18n()
  if (!value) return <em className="tag tag-example">{t('about.toComplete')}</em>
  if (/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(value)) return <a href={`mailto:${value}`}>{value}</a>
  if (URL.canParse(value) && /^https?:/.test(value)) return <a href={value}>{value}</a>
  return <bdi>{value}</bdi>
}
