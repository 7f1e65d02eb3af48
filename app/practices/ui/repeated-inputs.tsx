import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Icon } from '#app/shared/ui/icon.tsx'

type NameInputsProps = { name: string; label: string; hint?: string; values: string[]; spare: number; list: string; error?: string }

/** Several names of one kind, typed or chosen from a list: the filled ones and some empty ones. Works without JavaScript. */
export function NameInputs({ name, label, hint, values, spare, list, error }: NameInputsProps) {
  const { t } = useI18n()
  const filled = values.filter((value) => value !== '')
  const described = [hint && `f-${name}-hint`, error && `f-${name}-error`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset className="field" aria-describedby={described}>
      <legend>{label}</legend>
      {hint && (
        <span className="hint" id={`f-${name}-hint`}>
          {hint}
        </span>
      )}
      {[...filled, ...Array.from({ length: spare }, () => '')].map((value, i) => (
        <input
          key={i}
          id={i === 0 ? `f-${name}` : undefined}
          className="form-control"
          name={name}
          list={list}
          dir="auto"
          defaultValue={value}
          aria-label={t('practices.nth', { label, n: i + 1 })}
          aria-invalid={error ? true : undefined}
          autoComplete="off"
        />
      ))}
      <FieldError name={name} error={error} />
    </fieldset>
  )
}

/** Sources as pairs of address and title. */
export function SourceInputs({ urls, titles, error }: { urls: string[]; titles: string[]; error?: string }) {
  const { t } = useI18n()
  const given = urls.map((url, i) => ({ url, title: titles[i] ?? '' })).filter((source) => source.url !== '' || source.title !== '')
  return (
    <fieldset className="field" aria-describedby={error ? 'f-sources-error' : undefined}>
      <legend>{t('practices.field.sources')}</legend>
      {[...given, { url: '', title: '' }, { url: '', title: '' }].map((source, i) => (
        <div key={i} className="source-pair">
          <input
            id={i === 0 ? 'f-sources' : undefined}
            className="form-control"
            name="source_url"
            type="url"
            defaultValue={source.url}
            placeholder="https://"
            maxLength={500}
            aria-label={t('practices.nth', { label: t('practices.field.source_url'), n: i + 1 })}
          />
          <input
            className="form-control"
            name="source_title"
            dir="auto"
            defaultValue={source.title}
            placeholder={t('practices.field.source_title')}
            maxLength={200}
            aria-label={t('practices.nth', { label: t('practices.field.source_title'), n: i + 1 })}
          />
        </div>
      ))}
      <FieldError name="sources" error={error} />
    </fieldset>
  )
}

const FieldError = ({ name, error }: { name: string; error?: string }) =>
  error ? (
    <p className="error mb-0" id={`f-${name}-error`}>
      <Icon name="error" small /> {error}
    </p>
  ) : null
