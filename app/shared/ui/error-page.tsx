import { isRouteErrorResponse, useRouteLoaderData } from '@remix-run/react'
import { isAppError, statusOf } from '../app-error.ts'
import { useI18n } from './i18n.tsx'
import type { SiteFrame } from './site-frame.ts'

function kindOf(error: unknown): 'notFound' | 'forbidden' | 'tooMany' | 'unexpected' {
  const status = isRouteErrorResponse(error) ? error.status : isAppError(error) ? statusOf[error.code] : 500
  if (status === 404) return 'notFound'
  if (status === 403 || status === 401) return 'forbidden'
  return status === 429 ? 'tooMany' : 'unexpected'
}

/** What a reader sees when a page cannot be shown: what happened, what to do, and a reference for a 500. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t, href } = useI18n()
  const frame = useRouteLoaderData<SiteFrame>('root')
  const kind = kindOf(error)
  return (
    <div className="wrap page">
      <h1>{t(`shared.error.${kind}.title`)}</h1>
      <p className="lead">{t(`shared.error.${kind}.text`)}</p>
      {kind === 'unexpected' && frame && <p>{t('shared.error.reference', { id: frame.requestId })}</p>}
      <p>
        <a className="btn btn-primary" href={href('/')}>
          {t('shared.error.home')}
        </a>{' '}
        <a className="btn btn-outline-primary" href={href('/cerca')}>
          {t('shared.search')}
        </a>
      </p>
    </div>
  )
}
