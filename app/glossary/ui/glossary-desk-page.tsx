import { Alert } from '#app/shared/ui/alert.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import type { KeptTerm } from '../glossary-term.ts'
import { GlossarySearch } from './glossary-search.tsx'

type Props = { terms: readonly KeptTerm[]; query: string; done: 'saved' | 'removed' | undefined }

/** The editors' list of terms, each with the words people type for it. */
export function GlossaryDeskPage({ terms, query, done }: Props) {
  const { t, lang, href } = useI18n()
  return (
    <Page title={t('glossary.desk.title')} lead={t('glossary.desk.lead')} trail={[{ path: '/scrivania', label: t('shared.desk') }]}>
      {done && <Alert kind="success">{t(`glossary.desk.${done}`)}</Alert>}
      <p>
        <a className="btn btn-primary" href={href('/scrivania/glossario/nuova')}>
          {t('glossary.desk.add')}
        </a>
      </p>
      <GlossarySearch query={query} all="/scrivania/glossario" />
      <p>
        <output>{t('glossary.count', { n: terms.length })}</output>
      </p>
      <ul className="plain stack">
        {terms.map((term) => (
          <li key={term.slug}>
            <a href={href(`/scrivania/glossario/${term.slug}`)} lang={lang === 'it' ? undefined : 'it'}>
              {term.nameIt}
            </a>{' '}
            <span className="muted" lang={lang === 'en' ? undefined : 'en'}>
              {term.nameEn}
            </span>
            {term.also.length > 0 && <div className="small">{t('glossary.desk.also', { words: term.also.join(' · ') })}</div>}
          </li>
        ))}
      </ul>
    </Page>
  )
}
