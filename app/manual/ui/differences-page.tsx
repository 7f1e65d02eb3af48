import { wordsChanged } from '#app/documents/reading/diff-texts.ts'
import { EditionDiff } from '#app/documents/ui/edition-diff.tsx'
import { Select } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import type { DifferencesData } from '../edition-page.queries.server.ts'

/** What changed in a chapter between two editions: words added and taken away, said in words too. */
export function DifferencesPage({ version, slug, number, title, lang: text, before, earlier, blocks }: DifferencesData) {
  const { t, lang } = useI18n()
  const base = `/manuale/edizioni/${version}`
  const words = (op: 'added' | 'removed') => wordsChanged(blocks ?? [], op)
  return (
    <Page
      title={t('manual.differences.title', { version })}
      lead={
        <span lang={text === lang ? undefined : text}>
          {number}. {title}
        </span>
      }
      trail={[
        { path: '/manuale', label: t('manual.title') },
        { path: base, label: t('manual.edition.name', { version }) },
        { path: `${base}/${slug}`, label: title },
      ]}
      here={t('manual.differences.here')}
    >
      {earlier.length > 1 && (
        <form className="row-wrap no-print">
          <Select
            name="da"
            label={t('manual.differences.compareWith')}
            options={earlier.map((each) => ({ value: each, label: t('manual.edition.name', { version: each }) }))}
            defaultValue={before}
          />
          <button type="submit" className="btn btn-outline-primary btn-sm">
            {t('manual.differences.compare')}
          </button>
        </form>
      )}
      {blocks && before ? (
        <>
          <p>{t('manual.differences.counts', { before, added: words('added'), removed: words('removed') })}</p>
          <p className="muted small">{t('manual.differences.legend')}</p>
          <div className="reading">
            <EditionDiff blocks={blocks} lang={text} />
          </div>
        </>
      ) : (
        <p className="notice">{t('manual.differences.none')}</p>
      )}
    </Page>
  )
}
