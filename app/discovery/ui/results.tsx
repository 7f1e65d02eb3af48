import { useI18n } from '#app/shared/ui/i18n.tsx'
import { languageNames } from '#app/shared/languages.ts'
import { Marked } from '#app/shared/search/marked.tsx'
import { isRecordType } from '#app/shared/search/record-types.ts'
import { searchQueryString } from '#app/shared/search/search-params.ts'
import type { SearchPage } from '../search-page.server.ts'

type Hit = SearchPage['hits'][number]

/** A hit says what it is, where, when, in which language, and why it matched. */
function Result({ hit }: { hit: Hit }) {
  const { t, lang, href } = useI18n()
  const other = hit.lang === lang ? undefined : hit.lang
  // Nothing is written in Arabic: what is in one language only is worth knowing before opening it.
  const readable = lang === 'ar' ? hit.langs.length > 1 : hit.langs.includes(lang)
  const foot = [
    ...hit.places,
    ...(hit.years ? [hit.years] : []),
    ...(hit.ongoing ? [t('practices.ongoing')] : []),
    ...(hit.likeness ? [t(`discovery.like.why.${hit.likeness}`)] : []),
    ...(readable ? [] : [t('discovery.onlyIn', { language: languageNames[hit.lang] })]),
  ]
  return (
    <article className="result">
      <span className="card-kind">{isRecordType(hit.type) ? t(`shared.recordType.${hit.type}`) : hit.type}</span>
      <h3 lang={other} dir="auto">
        <a href={href(hit.url)}>
          <Marked parts={hit.titleMarked} />
        </a>
      </h3>
      <p lang={other} dir="auto">
        <Marked parts={hit.snippet} />
      </p>
      {foot.length > 0 && <p className="muted small">{foot.join(' · ')}</p>}
    </article>
  )
}

function ResultList({ hits }: { hits: Hit[] }) {
  return (
    <ul className="results">
      {hits.map((hit) => (
        <li key={hit.id}>
          <Result hit={hit} />
        </li>
      ))}
    </ul>
  )
}

/** The first hits of each type with the way to all of them. */
export function GroupedResults({ page }: { page: SearchPage }) {
  const { t, href, number } = useI18n()
  return (
    <>
      {page.groups.map((group) => {
        const { filters } = page.params
        const all = href('/cerca') + searchQueryString({ ...page.params, page: 1, filters: { ...filters, type: [group.type] } })
        const label = isRecordType(group.type) ? t(`shared.recordTypes.${group.type}`) : group.type
        return (
          <section key={group.type} className="result-group" aria-labelledby={`group-${group.type}`}>
            <h2 id={`group-${group.type}`}>
              <span>
                {label} <span className="muted">({number(group.total)})</span>
              </span>
              {group.total > group.hits.length && <a href={all}>{t('discovery.seeAll', { n: group.total, type: label })}</a>}
            </h2>
            <ResultList hits={group.hits} />
          </section>
        )
      })}
    </>
  )
}

export function ListedResults({ page }: { page: SearchPage }) {
  const { t } = useI18n()
  return (
    <section aria-labelledby="results-title">
      <h2 id="results-title" className="visually-hidden">
        {t('discovery.results')}
      </h2>
      <ResultList hits={page.hits} />
    </section>
  )
}
