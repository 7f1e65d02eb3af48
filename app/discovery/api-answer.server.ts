import { isAppError, statusOf } from '#app/shared/app-error.ts'
import type { AppContext } from '#app/shared/http/context.ts'

type How = { status?: number; personal?: boolean; headers?: Record<string, string> }

/** An answer of the API. Anyone may read it from anywhere; it holds public data only unless `personal`. */
export function apiAnswer(body: unknown, { status = 200, personal = false, headers }: How = {}): Response {
  return Response.json(body, {
    status,
    headers: {
      'Cache-Control': personal ? 'private, no-store' : 'no-cache',
      Vary: 'Accept-Language, Cookie',
      ...(personal ? {} : { 'Access-Control-Allow-Origin': '*' }),
      ...headers,
    },
  })
}

/** The `action` of every address of the API: it is for reading. */
export const readOnly = (): Response =>
  apiAnswer(
    { error: { code: 'method-not-allowed', message: 'This API is for reading only: use GET' } },
    { status: 405, headers: { Allow: 'GET, HEAD' } },
  )

/** Runs a door of the API: refusals become `{error:{code,message}}` with their status, bugs a 500 with a reference. */
export async function answering(
  { log, requestId }: Pick<AppContext, 'log' | 'requestId'>,
  door: () => Promise<Response>,
): Promise<Response> {
  try {
    return await door()
  } catch (error) {
    if (isAppError(error))
      return apiAnswer({ error: { code: error.code, message: error.message } }, { status: statusOf[error.code], personal: true })
    log.error({ err: error, requestId }, 'API failed')
    return apiAnswer(
      { error: { code: 'internal', message: 'Something went wrong on our side', ref: requestId } },
      { status: 500, personal: true },
    )
  }
}
