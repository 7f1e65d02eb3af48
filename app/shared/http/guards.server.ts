import { randomBytes } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'
import { refuse } from './refuse.server.ts'
import type { Site } from './site.server.ts'

/** Only the hosts of this site are answered; anybody else is told the right address. */
export const hostGuard =
  (site: Site): RequestHandler =>
  (request, response, next) => {
    // Remix believes this header before Host, and nobody but us has looked at it.
    delete request.headers['x-forwarded-host']
    if (site.acceptsHost(request.headers.host)) return next()
    const it = `Questo indirizzo non è quello del sito. Vai a ${site.appUrl}`
    refuse(request, response, { status: 421, code: 'other-host', it, en: `This is not the site's address. Go to ${site.appUrl}` })
  }

/** Posted to by mail programs, which have no Origin (RFC 8058): the token in the address is all that authorises it. */
const oneClick = /^\/(it|en|ar)\/avvisi\/disiscrizione$/

/**
 * Every request that may change something must come from a page of this site (quality.md, "Access and input"):
 * the Origin header, or where a browser sends none, Sec-Fetch-Site.
 */
export const sameOriginGuard =
  (site: Site): RequestHandler =>
  (request, response, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return next()
    const { origin } = request.headers
    if (origin === undefined && oneClick.test(request.path)) return next()
    if (origin === undefined ? request.headers['sec-fetch-site'] === 'same-origin' : site.acceptsOrigin(origin)) {
      // Remix compares Origin with Host once more, and knows nothing of sites with several names (localhost, 127.0.0.1).
      if (origin !== undefined) request.headers.origin = `${site.secure ? 'https' : 'http'}://${request.headers.host ?? ''}`
      return next()
    }
    const sentences = { it: 'Richiesta rifiutata: arriva da un altro sito.', en: 'Refused: the request comes from another site.' }
    refuse(request, response, { status: 403, code: 'forbidden', ...sentences })
  }

/** Locals of a response that later handlers read. */
export const nonceOf = (response: Response): string => String(response.locals.nonce)

/** Content Security Policy with a nonce per response, and the other headers of quality.md. */
export function securityHeaders(site: Site, development: boolean): RequestHandler[] {
  const nonce = (_request: unknown, response: unknown) => `'nonce-${nonceOf(response as Response)}'`
  return [
    (_request, response, next) => {
      response.locals.nonce = randomBytes(16).toString('base64')
      next()
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", nonce, ...(development ? ["'unsafe-eval'"] : [])],
          styleSrc: ["'self'", nonce, ...(development ? ["'unsafe-inline'"] : [])],
          imgSrc: ["'self'", 'blob:', 'data:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'", (request) => `${site.secure ? 'wss' : 'ws'}://${request.headers.host ?? ''}`],
          formAction: ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
      strictTransportSecurity: site.secure ? { maxAge: 31_536_000 } : false,
      crossOriginEmbedderPolicy: false,
    }),
    (request, response, next) => {
      // Participants may speak their answers (app/codesign/answers); nothing else listens.
      const microphone = request.path.startsWith('/p/') ? '(self)' : '()'
      response.setHeader('Permissions-Policy', `camera=(), microphone=${microphone}, geolocation=(), interest-cohort=()`)
      next()
    },
  ]
}
