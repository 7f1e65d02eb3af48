import type { ReactNode } from 'react'
import { languageOfContent } from '#app/shared/ui/bilingual.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'

export type TreeEntry = { path: string; number: number; title: string; lang: string }

/** The chapters of the book, the current one marked. */
export function ChapterTree({ entries, current, label }: { entries: readonly TreeEntry[]; current: string; label: string }) {
  const { lang, href } = useI18n()
  return (
    <nav aria-label={label}>
      <ol className="plain">
        {entries.map((entry) => (
          <li key={entry.path}>
            <a href={href(entry.path)} aria-current={entry.path === current ? 'page' : undefined} {...languageOfContent(entry.lang, lang)}>
              {entry.number}. {entry.title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The headings of the text being read. */
export function OnThisPage({ outline, lang, label }: { outline: readonly { id: string; text: string }[]; lang: string; label: string }) {
  const { lang: page } = useI18n()
  if (outline.length === 0) return null
  return (
    <nav aria-label={label}>
      <ul className="plain">
        {outline.map((heading) => (
          <li key={heading.id}>
            <a href={`#${heading.id}`} {...languageOfContent(lang, page)}>
              {heading.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A side column: beside the text on wide screens, folded above it on narrow ones. */
export function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="side no-print">
      <div className="only-wide">
        <p className="card-kind">{title}</p>
        {children}
      </div>
      <details className="only-narrow">
        <summary>{title}</summary>
        {children}
      </details>
    </div>
  )
}
