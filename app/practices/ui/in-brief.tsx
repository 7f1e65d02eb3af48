import type { ReactNode } from 'react'
import { PlaceMap } from '#app/shared/map/area-map.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { PracticeDetail } from '../detail-page.server.ts'

type Fact = [label: string, value: ReactNode]

/** The facts of a sheet at a glance. What is not known is not shown. */
export function InBrief({ practice, list }: { practice: PracticeDetail; list: string }) {
  const { t, href } = useI18n()
  const filter = (name: string, id: string) => `${href(list)}?${new URLSearchParams({ [name]: id })}`
  const terms = (of: 'kind' | 'target') =>
    practice.terms.filter((term) => term.list === of).map((term) => ({ ...term, href: filter(of, term.id) }))
  const places = practice.territories.map((place) => ({
    id: place.id,
    name: place.level === 'municipality' ? place.name : t(`practices.placeName.${place.level}`, { name: place.name }),
    href: filter('territory', place.id),
  }))
  const bodies = (role: 'lead' | 'partner') =>
    practice.bodies
      .filter((body) => body.role === role)
      .map((body) => ({ id: body.id, name: body.name, href: href(`/organizzazioni/${body.slug}`) }))
  const facts: (Fact | false)[] = [
    places.length > 0 && [t('practices.fact.where'), <Links key="where" items={places} before={elsewhere(practice)} />],
    when(practice) !== '' && [
      t('practices.fact.when'),
      [when(practice), practice.ongoing && t('practices.ongoing')].filter(Boolean).join(' · '),
    ],
    when(practice) === '' && practice.ongoing && [t('practices.fact.when'), t('practices.ongoing')],
    terms('kind').length > 0 && [t('practices.fact.kind'), <Links key="kind" items={terms('kind')} />],
    terms('target').length > 0 && [t('practices.fact.targets'), <Links key="target" items={terms('target')} />],
    bodies('lead').length > 0 && [t('practices.fact.lead'), <Links key="lead" items={bodies('lead')} />],
    bodies('partner').length > 0 && [t('practices.fact.partners'), <Links key="partner" items={bodies('partner')} />],
    practice.cost !== '' && [
      t('practices.fact.cost'),
      <span key="cost" dir="auto">
        {practice.cost}
      </span>,
    ],
    practice.contact !== '' && [
      t('practices.fact.contact'),
      <span key="contact" dir="auto">
        {practice.contact}
      </span>,
    ],
    [t('practices.fact.status'), <Status key="status" practice={practice} />],
  ]
  return (
    <aside className="in-brief" aria-labelledby="in-brief">
      <h2 id="in-brief" className="h4">
        {t('practices.inBrief')}
      </h2>
      {practice.map && (
        <a
          href={`${href('/mappa')}?level=municipality&territory=${encodeURIComponent(practice.territories[0]?.id ?? '')}`}
          aria-label={t('practices.fact.onMap')}
        >
          <PlaceMap {...practice.map} />
        </a>
      )}
      <dl className="facts-stacked">
        {facts.map(
          (fact) =>
            fact && (
              <div key={fact[0]}>
                <dt>{fact[0]}</dt>
                <dd>{fact[1]}</dd>
              </div>
            ),
        )}
      </dl>
    </aside>
  )
}

const when = (practice: PracticeDetail): string => practice.years

/** The place as the source names it, where it says more than the territory's name. */
const elsewhere = (practice: PracticeDetail): string =>
  practice.territories.some((one) => one.name === practice.place) ? '' : practice.place

function Links({ items, before = '' }: { items: { id: string; name: string; href: string }[]; before?: string }) {
  return (
    <ul className="plain">
      {before && <li>{before}</li>}
      {items.map((item) => (
        <li key={item.id}>
          <a href={item.href}>{item.name}</a>
        </li>
      ))}
    </ul>
  )
}

function Status({ practice }: { practice: PracticeDetail }) {
  const { t, date } = useI18n()
  if (practice.verified)
    return practice.verified.by
      ? t('practices.verifiedBy', { body: practice.verified.by, date: date(practice.verified.at) })
      : t('practices.verifiedOn', { date: date(practice.verified.at) })
  if (practice.status === 'public-source') return t('practices.badge.publicSource')
  return practice.status === 'to-reconfirm' ? t('practices.badge.toReconfirm') : t('practices.byOwner')
}
