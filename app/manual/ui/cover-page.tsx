import { Bilingual } from '#app/shared/ui/bilingual.tsx'
import { EmptyState } from '#app/shared/ui/empty-state.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import type { ChapterSummary } from '../chapter.queries.server.ts'
import type { ManualEditionSummary } from '../manual-edition.queries.server.ts'
import { ChapterLink } from './chapter-link.tsx'

type Props = {
  chapters: readonly ChapterSummary[]
  /** Drafts the reader writes. */
  inProgress: readonly ChapterSummary[]
  editions: readonly ManualEditionSummary[]
  address: string
  works: boolean
}

/** The manual's cover: what it is, its chapters, its editions, how to cite it. */
export function CoverPage({ chapters, inProgress, editions, address, works }: Props) {
  const { t, href, date } = useI18n()
  const [latest] = editions
  return (
    <Page title={t('manual.title')} lead={t('manual.lead')}>
      <div className="row-wrap">
        <span className="tag tag-example">{t('manual.workingDraft')}</span>
        {latest && <span>{t('manual.edition.dated', { version: latest.version, date: date(latest.publishedAt) })}</span>}
        {works && (
          <a className="btn btn-outline-primary btn-sm no-print" href={href('/scrivania/manuale')}>
            {t('manual.desk.open')}
          </a>
        )}
      </div>
      <p className="notice page-section measure">{t('manual.draftNotice')}</p>
      {chapters.length === 0 ? (
        <EmptyState title={t('manual.none.title')}>
          <a href={href('/formazione')}>{t('manual.none.link')}</a>
        </EmptyState>
      ) : (
        <section className="page-section">
          <h2>{t('manual.tree')}</h2>
          <Chapters chapters={chapters} />
        </section>
      )}
      {inProgress.length > 0 && (
        <section className="page-section">
          <h2>{t('manual.inProgress')}</h2>
          <Chapters chapters={inProgress} />
        </section>
      )}
      {editions.length > 0 && <Editions editions={editions} />}
      {latest && (
        <section className="page-section measure">
          <h2>{t('manual.cite')}</h2>
          <p>{t('manual.citation', { version: latest.version, date: date(latest.publishedAt), address })}</p>
          <p className="small muted">{t('manual.licence')}</p>
        </section>
      )}
    </Page>
  )
}

function Chapters({ chapters }: { chapters: readonly ChapterSummary[] }) {
  const { t } = useI18n()
  return (
    <ol className="plain cards">
      {chapters.map((chapter) => (
        <li key={chapter.id} className="card-box">
          <h3>
            <ChapterLink chapter={chapter} />
          </h3>
          <p>
            <Bilingual it={chapter.summary_it} en={chapter.summary_en} />
          </p>
          {(chapter.isExample || chapter.state !== 'published') && (
            <div className="row-wrap">
              {chapter.isExample && <span className="tag tag-example">{t('manual.example')}</span>}
              {chapter.state !== 'published' && <span className="tag">{t(`manual.state.${chapter.state}`)}</span>}
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

function Editions({ editions }: { editions: readonly ManualEditionSummary[] }) {
  const { t, href, date } = useI18n()
  return (
    <section className="page-section measure">
      <h2>{t('manual.editions')}</h2>
      <ul className="plain stack">
        {editions.map((edition) => (
          <li key={edition.version}>
            <a href={href(`/manuale/edizioni/${edition.version}`)}>
              {t('manual.edition.dated', { version: edition.version, date: date(edition.publishedAt) })}
            </a>
            <br />
            <span className="small">
              <Bilingual it={edition.note_it} en={edition.note_en} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
