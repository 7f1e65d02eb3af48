import type { Source } from '#app/shared/source.ts'
import type { CitedRecord } from '#app/shared/cited.server.ts'
import { RedactionNote } from '#app/documents/ui/redaction-note.tsx'
import { ReadingView } from '#app/documents/ui/reading-view.tsx'
import { languageOfContent } from '#app/shared/ui/bilingual.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { SourceList } from '#app/shared/ui/source-list.tsx'
import type { ReadingText } from '../chapter-page.queries.server.ts'

/** A chapter's words, then the records it quotes and its sources. */
export function ReadingColumn({ text, sources }: { text: ReadingText; sources: readonly Source[] }) {
  const { t } = useI18n()
  return (
    <>
      <ReadingView content={text.content} lang={text.lang} resolve={(id) => text.cited[id]} />
      <RedactionNote redaction={text.redaction} />
      <Quoted cited={text.cited} />
      {sources.length > 0 && (
        <section className="page-section" aria-labelledby="fonti">
          <h2 id="fonti">{t('manual.sources')}</h2>
          <SourceList sources={sources} lang={text.lang} readOn={(date) => t('manual.readOn', { date })} />
        </section>
      )}
    </>
  )
}

function Quoted({ cited }: { cited: Record<string, CitedRecord> }) {
  const { t, lang } = useI18n()
  const records = Object.entries(cited).sort(([, a], [, b]) => a.title.localeCompare(b.title, lang))
  if (records.length === 0) return null
  return (
    <section className="page-section" aria-labelledby="schede-citate">
      <h2 id="schede-citate">{t('manual.quoted')}</h2>
      <ul>
        {records.map(([id, record]) => (
          <li key={id}>
            <a href={record.url} {...languageOfContent(record.lang, lang)}>
              {record.title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
