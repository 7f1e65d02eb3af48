import { isBlank } from '#app/documents/schema/content.ts'
import { AttachmentList } from '#app/documents/ui/attachment-list.tsx'
import { EditionDiff } from '#app/documents/ui/edition-diff.tsx'
import { RedactionNote } from '#app/documents/ui/redaction-note.tsx'
import { wordsChanged } from '#app/documents/reading/diff-texts.ts'
import { languageOfContent } from '#app/shared/ui/bilingual.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import type { PracticeEdition } from '../edition-page.server.ts'
import { listAt, practiceLists } from '../practice-lists.ts'
import { SheetText } from './sheet-text.tsx'
import { SourceList } from './source-list.tsx'

/** A sheet's text as it was published once, or what changed in it since the edition before. */
export function EditionView({ edition }: { edition: PracticeEdition }) {
  const { t, href, lang, date } = useI18n()
  const list = listAt(`/x${edition.path}`)
  const title = <bdi {...languageOfContent(edition.title.lang, lang)}>{edition.title.text}</bdi>
  return (
    <Page
      title={t('practices.editions.title', { n: edition.number })}
      lead={
        <>
          {title}, {t('practices.editions.published', { date: date(edition.publishedAt) })}
        </>
      }
      trail={[
        { path: practiceLists[list].path, label: t(`practices.list.${list}.title`) },
        { path: edition.path, label: edition.title.text },
      ]}
    >
      {edition.number !== edition.latest && (
        <p className="notice notice-warn measure">
          {t('practices.editions.old', { n: edition.number, latest: edition.latest })}{' '}
          <a href={href(edition.path)}>{t('practices.editions.readLatest')}</a>
        </p>
      )}
      {edition.blocks ? <Differences edition={edition} blocks={edition.blocks} /> : <Text edition={edition} />}
    </Page>
  )
}

function Text({ edition }: { edition: PracticeEdition }) {
  const { t, lang } = useI18n()
  return (
    <div className="measure">
      {edition.before !== undefined && (
        <p className="no-print">
          <a href="?differenze=1">{t('practices.editions.compare', { n: edition.before })}</a>
        </p>
      )}
      {edition.lang !== lang && <p className="muted">{t('practices.editions.onlyIn', { language: edition.lang })}</p>}
      {isBlank(edition.content.content) ? (
        <p>{t('practices.editions.blank')}</p>
      ) : (
        <SheetText content={edition.content} lang={edition.lang} cited={edition.cited} />
      )}
      <RedactionNote redaction={edition.redaction} />
      <AttachmentList attachments={edition.attachments} />
      <SourceList sources={edition.sources} />
      {edition.contributors.length > 0 && (
        <p className="small muted">{t('practices.editions.by', { names: edition.contributors.join(', ') })}</p>
      )}
    </div>
  )
}

function Differences({ edition, blocks }: { edition: PracticeEdition; blocks: NonNullable<PracticeEdition['blocks']> }) {
  const { t } = useI18n()
  const counts = { before: edition.before ?? 0, added: wordsChanged(blocks, 'added'), removed: wordsChanged(blocks, 'removed') }
  return (
    <div className="measure">
      <p>
        <a href="?">{t('practices.editions.read')}</a>
      </p>
      <h2>{t('practices.editions.compare', { n: counts.before })}</h2>
      <p>{t('practices.editions.counts', counts)}</p>
      <p className="muted small">{t('practices.editions.legend')}</p>
      <div className="reading">
        <EditionDiff blocks={blocks} lang={edition.lang} headingOffset={1} />
      </div>
    </div>
  )
}
