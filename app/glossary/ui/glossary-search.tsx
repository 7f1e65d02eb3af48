import { useI18n } from '#app/shared/ui/i18n.tsx'

/** Narrows the list of terms by words; `all` is where the whole list is, without the language. */
export function GlossarySearch({ query, all }: { query: string; all: string }) {
  const { t, href } = useI18n()
  return (
    <search className="no-print">
      <form className="row-wrap field">
        <label htmlFor="glossary-q">{t('glossary.search')}</label>
        <input id="glossary-q" className="input" type="search" name="q" defaultValue={query} maxLength={100} dir="auto" />
        <button type="submit" className="btn btn-primary btn-sm">
          {t('glossary.submit')}
        </button>
        {query !== '' && <a href={href(all)}>{t('glossary.clear')}</a>}
      </form>
    </search>
  )
}
