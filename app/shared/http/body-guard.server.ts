import type { RequestHandler } from 'express'
import { refuse } from './refuse.server.ts'

/** Far more than any form of ours holds without a file. */
const MOST_BYTES = 2 * 1024 * 1024

/** Forms with files read them in a stream, each to its own limit, and say in the page when one is too large. */
const uploads = /^\/(?:(?:it|en|ar)\/scrivania\/testi\/[^/]+\/(?:allegati|immagini)|p\/qui\/(?:domande|salva)\/[^/]+)(?:\.data)?$/

/**
 * Only forms are posted, and no larger than a form is: what is refused here is never read (quality.md, "bounded").
 * A body of unknown length is refused too: browsers say how long a form is.
 */
export const bodyGuard: RequestHandler = (request, response, next) => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) || request.path.startsWith('/api/')) return next()
  const { 'content-type': type, 'content-length': length, 'transfer-encoding': transfer } = request.headers
  if (transfer !== undefined && length === undefined)
    return refuse(request, response, {
      status: 411,
      code: 'length-required',
      it: 'Manca la lunghezza del modulo.',
      en: 'The form’s length is missing.',
    })
  if (Number(length ?? 0) > 0 && !/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type ?? ''))
    return refuse(request, response, { status: 415, code: 'unsupported', it: 'Si accettano solo moduli.', en: 'Only forms are accepted.' })
  if (Number(length ?? 0) > MOST_BYTES && !uploads.test(request.path))
    return refuse(request, response, { status: 413, code: 'too-large', it: 'Il modulo è troppo grande.', en: 'The form is too large.' })
  next()
}
