import { useI18n } from './i18n.tsx'
import { Icon } from './icon.tsx'

/** Page numbers to show: first, last, and two around the current one; 0 stands for a gap. */
export function pagesToShow(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages)
  const sorted = [...new Set(near)].sort((a, b) => a - b)
  return sorted.flatMap((n, index) => (index > 0 && n - (sorted[index - 1] ?? n) > 1 ? [0, n] : [n]))
}

/** Links to the other pages of a list; the address carries everything. `hrefOf(page)` builds one. */
export function Pager({ page, pages, hrefOf }: { page: number; pages: number; hrefOf: (page: number) => string }) {
  const { t } = useI18n()
  if (pages <= 1) return null
  return (
    <nav className="pager" aria-label={t('shared.pager.label')}>
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev" aria-label={t('shared.pager.previous')}>
          <Icon name="chevron-left" turn />
        </a>
      )}
      {pagesToShow(page, pages).map((n, index) =>
        n === 0 ? (
          <span key={`gap-${index}`} aria-hidden="true">
            …
          </span>
        ) : (
          <a key={n} href={hrefOf(n)} aria-current={n === page ? 'page' : undefined} aria-label={t('shared.pager.page', { n })}>
            {n}
          </a>
        ),
      )}
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next" aria-label={t('shared.pager.next')}>
          <Icon name="chevron-right" turn />
        </a>
      )}
    </nav>
  )
}
