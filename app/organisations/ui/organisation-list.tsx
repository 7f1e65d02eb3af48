import { Card } from '#app/shared/ui/card.tsx'
import { EmptyState } from '#app/shared/ui/empty-state.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pick } from '#app/shared/languages.ts'
import type { Territory } from '#app/territories/territory.ts'
import type { OrganisationKind } from '../organisation.ts'

type Row = { id: string; slug: string; name: string; kind: OrganisationKind; territory_id: string | null; is_example: boolean }

export function OrganisationList({ total, organisations, territories }: { total: number; organisations: Row[]; territories: Territory[] }) {
  const { t, lang, href } = useI18n()
  const placeOf = (id: string | null) => {
    const territory = territories.find((one) => one.id === id)
    return territory && pick(lang, territory.name_it, territory.name_en).text
  }
  return (
    <>
      <p className="result-bar" role="status">
        {t('organisations.list.found', { n: total })}
      </p>
      {organisations.length === 0 && (
        <EmptyState title={t('organisations.list.none')}>
          <p className="mb-0">
            <a href={href('/organizzazioni')}>{t('organisations.list.all')}</a>
          </p>
        </EmptyState>
      )}
      <ul className="cards plain">
        {organisations.map((body) => (
          <li key={body.id}>
            <Card
              href={href(`/organizzazioni/${body.slug}`)}
              title={body.name}
              lang="it"
              kind={t(`organisations.kind.${body.kind}`)}
              badges={body.is_example && <span className="tag tag-example">{t('organisations.example')}</span>}
              foot={placeOf(body.territory_id)}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
