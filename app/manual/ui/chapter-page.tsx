import { type Voices, VoicesLine } from '#app/documents/ui/voices-line.tsx'
import { pick } from '#app/shared/languages.ts'
import { Bilingual } from '#app/shared/ui/bilingual.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { PreviousNext } from '#app/shared/ui/previous-next.tsx'
import { TextLinks } from '#app/shared/ui/text-links.tsx'
import type { ChapterPageData } from '../chapter-page.queries.server.ts'
import { ChapterTree, OnThisPage, Side, type TreeEntry } from './book-nav.tsx'
import { ReadingColumn } from './reading-column.tsx'

type Titled = { slug: string; number: number; title_it: string; title_en: string }

/** A chapter: tree of the book, reading column, headings; how it came about and how to change it. */
export function ChapterPage({
  chapter,
  chapters,
  previous,
  next,
  languages,
  edition,
  text,
  drafts,
  credits,
}: ChapterPageData & { credits: Voices }) {
  const { t, lang } = useI18n()
  const entryOf = (each: Titled): TreeEntry => {
    const title = pick(lang, each.title_it, each.title_en)
    return { path: `/manuale/${each.slug}`, number: each.number, title: title.text, lang: title.lang }
  }
  const title = pick(text?.lang === 'it' ? 'it' : lang, chapter.title_it, chapter.title_en)
  const neighbour = (each: Titled | undefined) => each && entryOf(each)
  return (
    <Page
      title={title.text}
      titleLang={title.lang === lang ? undefined : title.lang}
      lead={<Bilingual it={chapter.summary_it} en={chapter.summary_en} block />}
      trail={[{ path: '/manuale', label: t('manual.title') }]}
    >
      <div className="row-wrap">
        <span className="card-kind">{t('manual.chapter', { n: chapter.number })}</span>
        <span className="tag tag-example">{t('manual.workingDraft')}</span>
        {chapter.isExample && <span className="tag tag-example">{t('manual.example')}</span>}
        {chapter.state !== 'published' && <span className="tag">{t(`manual.state.${chapter.state}`)}</span>}
      </div>
      {text && <LanguageNotice shown={text.lang} languages={languages} slug={chapter.slug} />}
      {!text && <p className="notice page-section">{t('manual.notPublic')}</p>}
      <div className="reading-layout page-section">
        <Side title={t('manual.tree')}>
          <ChapterTree entries={chapters.map(entryOf)} current={`/manuale/${chapter.slug}`} label={t('manual.tree')} />
        </Side>
        <article>
          {text && <ReadingColumn text={text} sources={chapter.sources[text.lang === 'en' ? 'en' : 'it']} />}
          {edition && <EditionLine edition={edition} credits={credits} />}
          {drafts.length > 0 && <TextLinks documentId={chapter.documentId} langs={drafts} label={t('manual.write')} />}
          <PreviousNext label={t('manual.row')} previous={neighbour(previous)} next={neighbour(next)} />
        </article>
        {text && (
          <Side title={t('manual.onThisPage')}>
            <OnThisPage outline={text.outline} lang={text.lang} label={t('manual.onThisPage')} />
          </Side>
        )}
      </div>
    </Page>
  )
}

/** Says which language the text is in when it is not the page's, and where the others are. */
function LanguageNotice({ shown, languages, slug }: { shown: string; languages: readonly string[]; slug: string }) {
  const { t, lang } = useI18n()
  const others = languages.filter((each) => each !== shown && (each === 'it' || each === 'en'))
  if (shown === lang && others.length === 0) return null
  return (
    <p className="muted no-print">
      {shown !== lang && `${t('manual.onlyIn', { language: shown })} `}
      {others.map((other) => (
        <a key={other} href={`/${other}/manuale/${slug}`} hrefLang={other} lang={other}>
          {t(`manual.readIn.${other === 'it' ? 'it' : 'en'}`)}
        </a>
      ))}
    </p>
  )
}

function EditionLine({ edition, credits }: { edition: NonNullable<ChapterPageData['edition']>; credits: Voices }) {
  const { t, href, date } = useI18n()
  return (
    <div className="notice page-section small">
      <p className="mb-0">
        {edition.version ? (
          <>
            {t('manual.edition.part')}{' '}
            <a href={href(`/manuale/edizioni/${edition.version}`)}>{t('manual.edition.name', { version: edition.version })}</a>.
          </>
        ) : (
          t('manual.edition.newer')
        )}{' '}
        {t('manual.edition.updated', { date: date(edition.publishedAt) })}
      </p>
      <p className="mb-0">
        {edition.contributors.length > 0
          ? t('manual.contributors', { n: edition.contributors.length, names: edition.contributors.join(', ') })
          : t('manual.byEditors')}
      </p>
      <VoicesLine voices={credits} />
    </div>
  )
}
