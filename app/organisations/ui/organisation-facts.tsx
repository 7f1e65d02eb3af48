import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pick } from '#app/shared/languages.ts'
import type { Territory } from '#app/territories/territory.ts'

type Props = { organisation: { website: string | null; source_url: string | null }; territory: Territory | undefined }

/** Place, website, source: only what is known. */
export function OrganisationFacts({ organisation: { website, source_url }, territory }: Props) {
  const { t, lang } = useI18n()
  if (!website && !source_url && !territory) return null
  const place = territory && pick(lang, territory.name_it, territory.name_en)
  return (
    <dl className="facts">
      {territory && place && (
        <>
          <dt>{t('organisations.field.territory')}</dt>
          <dd>{t(`organisations.place.${territory.level}`, { name: place.text })}</dd>
        </>
      )}
      {website && (
        <>
          <dt>{t('organisations.field.website')}</dt>
          <dd>
            <a href={website} rel="external" dir="ltr">
              {new URL(website).hostname}
            </a>
          </dd>
        </>
      )}
      {source_url && (
        <>
          <dt>{t('organisations.source')}</dt>
          <dd>
            <a href={source_url} rel="external" dir="ltr">
              {new URL(source_url).hostname}
            </a>
          </dd>
        </>
      )}
    </dl>
  )
}
