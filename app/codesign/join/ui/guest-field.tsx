import type { InputHTMLAttributes } from 'react'

type GuestFieldProps = { name: string; label: string; hint?: string; error?: string } & InputHTMLAttributes<HTMLInputElement>

/** A labelled field with its hint and what is wrong beside it. */
export function GuestField({ name, label, hint, error, ...input }: GuestFieldProps) {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return (
    <div className="g-field">
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="g-small" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={name}
        name={name}
        className="g-input"
        dir="auto"
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
        data-focus={error ? '' : undefined}
        {...input}
      />
      {error && (
        <p className="g-error" id={`${name}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
