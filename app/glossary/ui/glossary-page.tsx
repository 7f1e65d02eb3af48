import { EmptyState } from '#app/shared/ui/empty-state.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { type GlossaryTerm, initialOf } from '../glossary-term.ts'
import { GlossarySearch } from './glossary-search.tsx'

/** All terms under their letters, or those that match a search; each has an anchor that texts link to. */
export function GlossaryPage({ terms, query }: { terms: readonly GlossaryTerm[]; query: string }) {
  const { t, lang, href } = useI18n()
  const nameOf = (term: GlossaryTerm) => (lang === 'it' ? term.nameIt : term.nameEn)
  const letters = [...new Set(terms.map((term) => initialOf(nameOf(term))))]
  return (
    <Page title={t('glossary.title')} lead={t('glossary.lead')}>
      <GlossarySearch query={query} all="/glossario" />
      <p>
        <output>{t('glossary.count', { n: terms.length })}</output>
      </p>
      {terms.length === 0 ? (
        <EmptyState title={t('glossary.count', { n: 0 })}>
          <p>{t('glossary.none')}</p>
          <a href={href(`/cerca?q=${encodeURIComponent(query)}`)}>{t('shared.search')}</a>
        </EmptyState>
      ) : (
        <>
          <Letters letters={letters} />
          {letters.map((letter) => (
            <section key={letter} className="page-section" aria-labelledby={`lettera-${letter}`}>
              <h2 id={`lettera-${letter}`} lang={lang === 'it' ? undefined : 'en'}>
                {letter}
              </h2>
              <dl className="glossary">
                {terms
                  .filter((term) => initialOf(nameOf(term)) === letter)
                  .map((term) => (
                    <Term key={term.slug} term={term} />
                  ))}
              </dl>
            </section>
          ))}
        </>
      )}
    </Page>
  )
}

function Letters({ letters }: { letters: readonly string[] }) {
  const { t } = useI18n()
  return (
    <nav aria-label={t('glossary.letters')} className="no-print">
      <ul className="plain row-wrap" dir="ltr">
        {letters.map((letter) => (
          <li key={letter}>
            <a className="btn btn-outline-primary btn-sm" href={`#lettera-${letter}`}>
              {letter}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Term({ term }: { term: GlossaryTerm }) {
  const { t, lang } = useI18n()
  const italian = lang === 'it'
  const own = italian ? 'it' : 'en'
  const other = italian ? 'en' : 'it'
  const definition = italian ? term.definitionIt : term.definitionEn
  const mark = (language: string) => (language === lang ? {} : ({ lang: language, dir: 'ltr' } as const))
  return (
    <div>
      <dt id={term.slug} {...mark(own)}>
        {italian ? term.nameIt : term.nameEn}
      </dt>
      <dd>
        <span className="muted">{t(italian ? 'glossary.inEnglish' : 'glossary.inItalian')}:</span>{' '}
        <span {...mark(other)}>{italian ? term.nameEn : term.nameIt}</span>
      </dd>
      {definition && <dd {...mark(own)}>{definition}</dd>}
    </div>
  )
}
