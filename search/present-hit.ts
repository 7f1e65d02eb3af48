import { mark, snippet, type Wanted } from './analysis/marks.ts'
import { type SearchHit, type SearchText, type TextLanguage, textLanguages } from './engine.ts'

/** What an engine stores of a record, enough to show it. Dates travel as text or numbers. */
export type StoredRecord = Omit<SearchHit, 'lang' | 'langs' | 'title' | 'titleMarked' | 'snippet' | 'publishedAt'> & {
  texts: Partial<Record<TextLanguage, SearchText>>
  publishedAt: Date | string | number | null
}

/** Shows a record in the reader's language when it has it, or in the one that was asked for by the language filter. */
export function presentHit(record: StoredRecord, wanted: Wanted, reader: TextLanguage, onlyLangs: readonly string[] = []): SearchHit {
  const langs = textLanguages.filter((lang) => record.texts[lang])
  const allowed = langs.filter((lang) => onlyLangs.length === 0 || onlyLangs.includes(lang))
  const lang = allowed.find((each) => each === reader) ?? allowed[0] ?? langs[0] ?? 'it'
  const text = record.texts[lang] ?? { title: '', summary: '', body: '' }
  const { id, type, url, territories, themes, kinds, targets, periods, status, publishedAt } = record
  return {
    id,
    type,
    url,
    territories,
    themes,
    kinds,
    targets,
    periods,
    status,
    lang,
    langs,
    title: text.title,
    titleMarked: mark(text.title, wanted),
    snippet: snippet(text, wanted),
    publishedAt: publishedAt === null ? null : new Date(publishedAt),
  }
}
