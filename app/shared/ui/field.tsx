import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { useI18n } from './i18n.tsx'
import { Icon } from './icon.tsx'
import { useKept } from './kept.ts'

/** Problems of a form: field name → translated sentence. The empty name holds what concerns the whole form. */
export type FieldErrors = Record<string, string | undefined>

type Frame = { name: string; label: string; hint?: ReactNode; error?: string; id?: string }

const idOf = ({ name, id }: Frame) => id ?? `f-${name}`
const describedBy = (field: Frame) =>
  [field.hint && `${idOf(field)}-hint`, field.error && `${idOf(field)}-error`].filter(Boolean).join(' ') || undefined

function FieldFrame({ field, required, children }: { field: Frame; required?: boolean; children: ReactNode }) {
  const { t } = useI18n()
  return (
    <div className="field">
      <label htmlFor={idOf(field)}>
        {field.label}
        {required && <span className="required"> ({t('shared.required')})</span>}
      </label>
      {field.hint && (
        <span className="hint" id={`${idOf(field)}-hint`}>
          {field.hint}
        </span>
      )}
      {children}
      {field.error && (
        <p className="error mb-0" id={`${idOf(field)}-error`}>
          <Icon name="error" small /> {field.error}
        </p>
      )}
    </div>
  )
}

const attributesOf = (field: Frame) => ({
  id: idOf(field),
  name: field.name,
  'aria-describedby': describedBy(field),
  'aria-invalid': field.error ? true : undefined,
})

/** A labelled input with hint and error next to it. Inside a `KeptForm` it shows what was typed and what is wrong by itself. */
export function Field({ name, label, hint, error, id, ...input }: Frame & InputHTMLAttributes<HTMLInputElement>) {
  const kept = useKept(name)
  const field = { name, label, hint, error: error ?? kept.error, id }
  return (
    <FieldFrame field={field} required={input.required}>
      <input className="form-control" dir="auto" defaultValue={kept.value} {...input} {...attributesOf(field)} />
    </FieldFrame>
  )
}

export function TextArea({ name, label, hint, error, id, ...input }: Frame & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const kept = useKept(name)
  const field = { name, label, hint, error: error ?? kept.error, id }
  return (
    <FieldFrame field={field} required={input.required}>
      <textarea className="form-control" dir="auto" defaultValue={kept.value} {...input} {...attributesOf(field)} />
    </FieldFrame>
  )
}

export type Option = { value: string; label: string }

export function Select({
  name,
  label,
  hint,
  error,
  id,
  options,
  ...input
}: Frame & { options: Option[] } & SelectHTMLAttributes<HTMLSelectElement>) {
  const kept = useKept(name)
  const field = { name, label, hint, error: error ?? kept.error, id }
  return (
    <FieldFrame field={field} required={input.required}>
      <select className="form-select" defaultValue={kept.value} {...input} {...attributesOf(field)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

/** A group of checkboxes (or radios) under one legend. */
export function Choices({
  name,
  label,
  hint,
  error,
  options,
  chosen,
  type = 'checkbox',
  required = false,
}: Omit<Frame, 'id'> & { options: Option[]; chosen: readonly string[]; type?: 'checkbox' | 'radio'; required?: boolean }) {
  const { t } = useI18n()
  const field = { name, label, hint, error }
  return (
    <fieldset className="field" id={idOf(field)} tabIndex={-1} aria-describedby={describedBy(field)}>
      <legend>
        {label}
        {required && <span className="required"> ({t('shared.required')})</span>}
      </legend>
      {hint && (
        <span className="hint" id={`${idOf(field)}-hint`}>
          {hint}
        </span>
      )}
      {options.map((option) => (
        <label key={option.value} className="check">
          <input type={type} name={name} value={option.value} defaultChecked={chosen.includes(option.value)} /> {option.label}
        </label>
      ))}
      {error && (
        <p className="error mb-0" id={`${idOf(field)}-error`}>
          <Icon name="error" small /> {error}
        </p>
      )}
    </fieldset>
  )
}

/** Errors gathered on top of a form, each a link to its field. Renders nothing when all is well. */
export function ErrorSummary({ errors }: { errors: FieldErrors | undefined }) {
  const { t } = useI18n()
  const entries = Object.entries(errors ?? {}).filter((entry): entry is [string, string] => Boolean(entry[1]))
  if (entries.length === 0) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} data-focus>
      <h2>{t('shared.form.errors', { n: entries.length })}</h2>
      <ul className="mb-0">
        {entries.map(([name, message]) => (
          <li key={name}>{name ? <a href={`#f-${name}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
}
