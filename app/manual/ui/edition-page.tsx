import { Bilingual, languageOfContent } from '#app/shared/ui/bilingual.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { PreviousNext } from '#app/shared/ui/previous-next.tsx'
import type { EditionChapterData, EditionPageData } from '../edition-page.queries.server.ts'
import { ChapterTree, OnThisPage, Side } from './book-nav.tsx'
import { ReadingColumn } from './reading-column.tsx'

/** One edition of the whole book: what it is and what it contains. */
export function EditionPage({ edition, chapters, before, latest }: EditionPageData) {
  const { t, lang, href, date } = useI18n()
  const base = `/manuale/edizioni/${edition.version}`
  return (
    <Page
      title={t('manual.edition.title', { version: edition.version })}
      lead={t('manual.edition.published', { date: date(edition.publishedAt) })}
      trail={[{ path: '/manuale', label: t('manual.title') }]}
      here={edition.version}
    >
      <OldNotice version={edition.version} latest={latest} />
      <p className="measure page-section">
        <Bilingual it={edition.note_it} en={edition.note_en} />
      </p>
      <h2>{t('manual.tree')}</h2>
      <ol className="plain stack">
        {chapters.map((chapter) => (
          <li key={chapter.slug} className="card-box">
            <h3>
              <a href={href(`${base}/${chapter.slug}`)} {...languageOfContent(chapter.lang, lang)}>
                {chapter.number}. {chapter.title}
              </a>
            </h3>
            <p {...languageOfContent(chapter.lang, lang)}>{chapter.summary}</p>
            {before && (
              <p>
                <a href={href(`${base}/${chapter.slug}/differenze?da=${before}`)}>
                  {t('manual.differences.from', { version: before })}
                  <span className="visually-hidden"> {chapter.title}</span>
                </a>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Page>
  )
}

/** A chapter as an old edition has it. */
export function EditionChapterPage({ edition, chapters, latest, before, pinned, contributors, text, previous, next }: EditionChapterData) {
  const { t, lang, href, date } = useI18n()
  const base = `/manuale/edizioni/${edition.version}`
  const entryOf = (chapter: EditionChapterData['chapters'][number]) => ({ ...chapter, path: `${base}/${chapter.slug}` })
  return (
    <Page
      title={pinned.title}
      titleLang={pinned.lang === lang ? undefined : pinned.lang}
      lead={
        <span className="d-block" {...languageOfContent(pinned.lang, lang)}>
          {pinned.summary}
        </span>
      }
      trail={[
        { path: '/manuale', label: t('manual.title') },
        { path: base, label: t('manual.edition.name', { version: edition.version }) },
      ]}
    >
      <OldNotice version={edition.version} latest={latest} slug={pinned.state === 'published' ? pinned.slug : undefined} />
      {text.lang !== lang && <p className="muted">{t('manual.onlyIn', { language: text.lang })}</p>}
      {before && (
        <p className="no-print">
          <a href={href(`${base}/${pinned.slug}/differenze?da=${before}`)}>{t('manual.differences.from', { version: before })}</a>
        </p>
      )}
      <div className="reading-layout page-section">
        <Side title={t('manual.tree')}>
          <ChapterTree entries={chapters.map(entryOf)} current={`${base}/${pinned.slug}`} label={t('manual.tree')} />
        </Side>
        <article>
          <ReadingColumn text={text} sources={pinned.sources} />
          <p className="notice page-section small">
            {t('manual.edition.name', { version: edition.version })}, {date(edition.publishedAt)}.{' '}
            {contributors.length > 0
              ? t('manual.contributors', { n: contributors.length, names: contributors.join(', ') })
              : t('manual.byEditors')}
          </p>
          <PreviousNext label={t('manual.row')} previous={previous && entryOf(previous)} next={next && entryOf(next)} />
        </article>
        <Side title={t('manual.onThisPage')}>
          <OnThisPage outline={text.outline} lang={text.lang} label={t('manual.onThisPage')} />
        </Side>
      </div>
    </Page>
  )
}

/** Tells who reads an old edition where the newest is. */
function OldNotice({ version, latest, slug }: { version: string; latest: string; slug?: string }) {
  const { t, href } = useI18n()
  if (version === latest) return null
  return (
    <p className="notice notice-warn">
      {t('manual.edition.old', { version, latest })}{' '}
      <a href={href(slug ? `/manuale/${slug}` : `/manuale/edizioni/${latest}`)}>{t('manual.edition.readLatest')}</a>
    </p>
  )
}
