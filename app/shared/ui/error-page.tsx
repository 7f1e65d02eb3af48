import { useRouteLoaderData } from '@remix-run/react'
import { kindOfError } from './error-kind.ts'
import { useI18n } from './i18n.tsx'
import { SearchForm } from './search-form.tsx'
import type { SiteFrame } from './site-frame.ts'

/** What a reader sees when a page cannot be shown: what happened, what to do, and a reference for a 500. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t, href } = useI18n()
  const frame = useRouteLoaderData<SiteFrame>('root')
  const { status, kind } = kindOfError(error)
  return (
    <div className="wrap page alone">
      <p className="status-code" aria-hidden="true">
        {status}
      </p>
      <h1>{t(`shared.error.${kind}.title`)}</h1>
      <p className="lead">{t(`shared.error.${kind}.text`)}</p>
      {kind === 'unexpected' && frame && <p>{t('shared.error.reference', { id: frame.requestId })}</p>}
      {kind === 'notFound' && <SearchForm id="lost-q" className="mb-4" />}
      <p>
        <a className="btn btn-primary" href={href('/')}>
          {t('shared.error.home')}
        </a>
      </p>
    </div>
  )
}
