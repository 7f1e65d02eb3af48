import type { ErrorRequestHandler, Request, Response } from 'express'
import type { Logger } from '../log.server.ts'

type Refusal = { status: number; code: string; it: string; en: string }

/** Refuses a request before any page is made: as JSON under /api (contract.md), elsewhere as a sentence in two languages. */
export function refuse(request: Request, response: Response, { status, code, it, en }: Refusal): void {
  response.status(status)
  if (status === 411 || status === 413 || status === 415) response.setHeader('Connection', 'close') // the body stays unread
  if (request.path.startsWith('/api/')) response.json({ error: { code, message: en } })
  else response.type('text/plain').send(`${it}\n${en}\n`)
}

const unread: Refusal = {
  status: 400,
  code: 'bad-request',
  it: 'Indirizzo o richiesta non leggibile.',
  en: 'The address or the request cannot be read.',
}
const absent: Refusal = { status: 404, code: 'not-found', it: 'Questo file non c’è.', en: 'There is no such file.' }
const failed: Refusal = {
  status: 500,
  code: 'internal',
  it: 'Qualcosa non ha funzionato. Riprova.',
  en: 'Something went wrong. Try again.',
}

/** What no page could answer: an address that cannot be decoded, a file that is not there, a fault of ours. Never a stack. */
export const lastResort =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const { status = 500 } = error as { status?: number }
    if (status >= 500) log.error({ err: error, requestId: String(response.locals.requestId) }, 'request failed before its page')
    refuse(request, response, status === 404 ? absent : status < 500 ? { ...unread, status } : failed)
  }
