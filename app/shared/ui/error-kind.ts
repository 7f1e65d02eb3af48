import { isRouteErrorResponse } from '@remix-run/react'
import { isAppError, statusOf } from '../app-error.ts'

export type ErrorKind = 'notFound' | 'forbidden' | 'tooMany' | 'unexpected'

/** The HTTP status an error answers with, and the words for it. */
export function kindOfError(error: unknown): { status: number; kind: ErrorKind } {
  const status = isRouteErrorResponse(error) ? error.status : isAppError(error) ? statusOf[error.code] : 500
  if (status === 404) return { status, kind: 'notFound' }
  if (status === 403 || status === 401) return { status, kind: 'forbidden' }
  return { status, kind: status === 429 ? 'tooMany' : 'unexpected' }
}
