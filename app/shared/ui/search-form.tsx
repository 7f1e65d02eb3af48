import { useI18n } from './i18n.tsx'
import { Icon } from './icon.tsx'

type SearchFormProps = {
  id: string
  /** Added to `search-field`. */
  className?: string
  /** What was asked, kept in the field. */
  value?: string
  placeholder?: string
  /** Where the form goes; the site's search page by default. */
  action?: string
  label?: string
}

/** One search field with its button: a GET form. `enhance.ts` adds suggestions while typing (`data-suggest`). */
export function SearchForm({ id, className, value, placeholder, action = '/cerca', label }: SearchFormProps) {
  const { t, href, lang } = useI18n()
  const name = label ?? t('shared.searchLabel')
  return (
    <form
      className={['search-field', className].filter(Boolean).join(' ')}
      role="search"
      aria-label={name}
      action={href(action)}
      data-suggest={lang}
      data-suggestions={t('shared.suggestions')}
      data-counts={Array.from({ length: 9 }, (_, n) => t('shared.suggestionCount', { n })).join('|')}
    >
      <label className="visually-hidden" htmlFor={id}>
        {name}
      </label>
      <input
        id={id}
        name="q"
        type="search"
        dir="auto"
        placeholder={placeholder ?? t('shared.search')}
        defaultValue={value}
        autoComplete="off"
        maxLength={200}
      />
      <button type="submit" aria-label={t('shared.search')}>
        <Icon name="search" />
      </button>
    </form>
  )
}
