import type { ReactNode } from 'react'
import { Alert } from '#app/shared/ui/alert.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { pick } from '#app/shared/languages.ts'
import type { Territory } from '#app/territories/territory.ts'
import type { MembershipRole, OrganisationKind } from '../organisation.ts'
import { OrganisationFacts } from './organisation-facts.tsx'

type Props = {
  organisation: {
    slug: string
    name: string
    kind: OrganisationKind
    website: string | null
    description_it: string
    description_en: string
    source_url: string | null
    is_example: boolean
    updated_at: Date
  }
  territory: Territory | undefined
  people: { name: string; bio: string; role: MembershipRole }[]
  may: { edit: boolean }
  notice: 'saved' | 'requested' | 'already' | 'joined' | 'too-many' | undefined
  /** Joining. */
  aside: ReactNode
  /** The body's practices and other records, from the route. */
  children?: ReactNode
}

/** A body's public page. */
export function OrganisationPage({ organisation, territory, people, may, notice, aside, children }: Props) {
  const { t, lang, href, date } = useI18n()
  const text = pick(lang, organisation.description_it, organisation.description_en)
  const here = `/organizzazioni/${organisation.slug}`
  return (
    <Page title={organisation.name} titleLang="it" trail={[{ path: '/organizzazioni', label: t('organisations.list.title') }]}>
      {notice && <Alert kind={notice === 'too-many' ? 'warning' : 'success'}>{t(`organisations.notice.${notice}`)}</Alert>}
      <p className="row-wrap">
        <span className="tag">{t(`organisations.kind.${organisation.kind}`)}</span>
        {organisation.is_example && <span className="tag tag-example">{t('organisations.example')}</span>}
      </p>
      <div className="two-columns">
        <div className="stack">
          {text.text && (
            <p className="measure" lang={text.lang} dir="auto">
              {text.text}
            </p>
          )}
          {children}
          {people.length > 0 && <People people={people} />}
        </div>
        <aside className="stack">
          <OrganisationFacts organisation={organisation} territory={territory} />
          {aside}
          {may.edit && (
            <ul className="plain">
              <li>
                <a href={href(`${here}/modifica`)}>{t('organisations.edit.title')}</a>
              </li>
              <li>
                <a href={href(`${here}/persone`)}>{t('organisations.members.title')}</a>
              </li>
            </ul>
          )}
          <p className="muted small">{t('organisations.updated', { when: date(organisation.updated_at) })}</p>
        </aside>
      </div>
    </Page>
  )
}

function People({ people }: { people: Props['people'] }) {
  const { t } = useI18n()
  return (
    <section aria-labelledby="people">
      <h2 id="people">{t('organisations.people')}</h2>
      <ul className="plain stack">
        {people.map((person, index) => (
          <li key={index}>
            <strong dir="auto">{person.name}</strong>{' '}
            {person.role === 'contact' && <span className="tag">{t('organisations.role.contact')}</span>}
            {person.bio && (
              <p className="mb-0" dir="auto">
                {person.bio}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
