import { useI18n } from './i18n.tsx'
import { languageOfContent } from './bilingual.tsx'
import { Icon } from './icon.tsx'

type Neighbour = { path: string; title: string; lang: string } | undefined

/** Links to what comes before and after in a row of pages. `label` names the row. */
export function PreviousNext({ label, previous, next }: { label: string; previous: Neighbour; next: Neighbour }) {
  const { lang, href } = useI18n()
  if (!previous && !next) return null
  return (
    <nav className="row-wrap between no-print" aria-label={label}>
      {previous ? (
        <a href={href(previous.path)} rel="prev" {...languageOfContent(previous.lang, lang)}>
          <Icon name="arrow-left" turn /> {previous.title}
        </a>
      ) : (
        <span />
      )}
      {next && (
        <a href={href(next.path)} rel="next" {...languageOfContent(next.lang, lang)}>
          {next.title} <Icon name="arrow-right" turn />
        </a>
      )}
    </nav>
  )
}
