import { useFetcher } from '@remix-run/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { dirOf } from '#app/shared/languages.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { BoardAnswer } from '../change-board.server.ts'

type ActFormProps = { children: ReactNode; className?: string; label?: string; id?: string }

/** A form of the board: stays on the page where there is JavaScript, is a plain post where there is none. */
export function ActForm({ children, className, label, id }: ActFormProps) {
  const { t } = useI18n()
  const fetcher = useFetcher<BoardAnswer>()
  const form = useRef<HTMLFormElement>(null)
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined
  useEffect(() => {
    if (answer?.ok) form.current?.reset()
  }, [answer])
  return (
    <fetcher.Form method="post" ref={form} className={className} aria-label={label} id={id}>
      {children}
      {answer && !answer.ok && (
        <p className="notice notice-danger" role="alert">
          {t(`codesign.board.refusal.${answer.refusal}`)}
        </p>
      )}
    </fetcher.Form>
  )
}

type ActProps = {
  intent: string
  label: string
  fields?: Record<string, string | number>
  about?: string
  /** Language of `about`, where it is not the page's. */
  aboutLang?: string | undefined
  primary?: boolean
  danger?: boolean
}

/** A form of one button. */
export function Act({ intent, label, fields = {}, about, aboutLang, primary, danger }: ActProps) {
  return (
    <ActForm>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ActButton intent={intent} label={label} about={about} aboutLang={aboutLang} primary={primary} danger={danger} />
    </ActForm>
  )
}

export function ActButton({ intent, label, about, aboutLang, primary, danger }: Omit<ActProps, 'fields'>) {
  const look = danger ? 'btn-danger' : primary ? 'btn-primary' : 'btn-outline-primary'
  return (
    <button type="submit" name="intent" value={intent} className={`btn btn-sm ${look}`}>
      {label}
      {about && (
        <span className="visually-hidden" lang={aboutLang} dir={aboutLang && dirOf(aboutLang)}>
          {' '}
          {about}
        </span>
      )}
    </button>
  )
}
