/** A refusal that ends a request: shown as an error page, or as `{error:{code,message}}` by the API. */
export class AppError extends Error {
  readonly code: 'forbidden' | 'not-found' | 'sign-in-required' | 'bad-request' | 'too-many-requests' | 'conflict' | 'unavailable'
  constructor(code: AppError['code'], message: string = code) {
    super(message)
    this.name = 'AppError'
    this.code = code
  }
}

export const statusOf: Record<AppError['code'], number> = {
  forbidden: 403,
  'not-found': 404,
  'sign-in-required': 401,
  'bad-request': 400,
  'too-many-requests': 429,
  conflict: 409,
  unavailable: 503,
}

/** Works across the two copies of this module (server.ts and the Remix bundle), where instanceof does not. */
export const isAppError = (error: unknown): error is AppError => error instanceof Error && error.name === 'AppError' && 'code' in error
