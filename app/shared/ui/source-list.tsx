import { dirOf } from '../languages.ts'
import type { Source } from '../source.ts'
import { useI18n } from './i18n.tsx'

type SourceListProps = {
  sources: readonly Source[]
  /** Language of the titles. */
  lang: string
  /** "read on …", in the reader's language. */
  readOn: (date: string) => string
}

/** The sources behind a text, each with the anchor its references lead to (`#fonte-s1`). */
export function SourceList({ sources, lang, readOn }: SourceListProps) {
  const { lang: page, date } = useI18n()
  return (
    <ol className="plain stack">
      {sources.map((source) => (
        <li key={source.key} id={`fonte-${source.key}`}>
          <strong>{source.key.replace(/^s/, '')}.</strong>{' '}
          <a href={source.url} {...(lang === page ? {} : { lang, dir: dirOf(lang) })}>
            {source.title}
          </a>
          {source.publisher && `, ${source.publisher}`}
          {source.readOn && <span className="muted"> ({readOn(date(source.readOn))})</span>}
        </li>
      ))}
    </ol>
  )
}
