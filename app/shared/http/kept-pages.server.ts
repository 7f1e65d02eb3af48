import type { Request, RequestHandler, Response } from 'express'
import type { Db } from '#db/connection.ts'
import { currentVersion } from '../while-unchanged.server.ts'
import { type Encoding, type KeptPage, PageShelf } from './page-shelf.server.ts'
import { rememberLanguage } from './remember-language.server.ts'
import { isSharedPage } from './shared-pages.ts'

/**
 * Keeps finished pages for visitors (docs/decisions/0006): whoever is not signed in and asks for a shared page gets the
 * bytes made for the last visitor, as long as the catalogue's version is the one they were made at. The version is read
 * in the database for every request, before anything else, so that what was published shows and what was withdrawn
 * is gone with the commit, on every node. Stands behind the guards and headers, which each response has of its own.
 */
export function keptPages(db: Db): RequestHandler {
  const shelf = new PageShelf()
  return async (request, response, next) => {
    if (!isForEveryVisitor(request)) return next()
    const key = `${request.headers.host} ${request.originalUrl}`
    let current: number
    try {
      current = await currentVersion(db)
    } catch {
      return next() // without a database the page itself says what is wrong
    }
    const page = shelf.find(key, current)
    if (!page) {
      keepWhenSent(response, (type, body) => shelf.keep(key, { version: current, at: Date.now(), type, body, encoded: {} }))
      return next()
    }
    rememberLanguage(request, response)
    await send(request, response, page, (encoding) => shelf.pack(key, page, encoding))
  }
}

/** A plain reading of a shared page, by somebody of whom no cookie but the language is known. */
function isForEveryVisitor(request: Request): boolean {
  const { cookie, authorization, range } = request.headers
  return (
    (request.method === 'GET' || request.method === 'HEAD') &&
    (cookie === undefined || /^cc_lang=\w+$/.test(cookie)) &&
    authorization === undefined &&
    range === undefined &&
    request.originalUrl.length <= 500 &&
    isSharedPage(request.path)
  )
}

async function send(request: Request, response: Response, page: KeptPage, pack: (encoding: Encoding) => Promise<Buffer>): Promise<void> {
  const encoding = request.acceptsEncodings('br', 'gzip', 'identity')
  const packed = encoding === 'br' || encoding === 'gzip' ? await pack(encoding) : undefined
  response.setHeader('Content-Type', page.type)
  response.vary('Accept-Encoding')
  if (packed && encoding) response.setHeader('Content-Encoding', encoding)
  const bytes = packed ?? page.body
  response.setHeader('Content-Length', bytes.length)
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

/** Listens to a response as it is written; `keep` gets it when it is a whole page that says nothing about its reader. */
function keepWhenSent(response: Response, keep: (type: string, body: Buffer) => void): void {
  const chunks: Buffer[] = []
  const { write, end } = response
  const listen = (chunk: unknown): void => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  response.write = function (...args: unknown[]) {
    listen(args[0])
    return write.apply(response, args as Parameters<typeof write>)
  }
  response.end = function (...args: unknown[]) {
    listen(args[0])
    const type = String(response.getHeader('Content-Type') ?? '')
    const body = Buffer.concat(chunks)
    if (response.statusCode === 200 && type.startsWith('text/html') && body.length > 0 && isAnonymous(response, body)) keep(type, body)
    return end.apply(response, args as Parameters<typeof end>)
  }
}

/** No cookie but the language, no nonce in the text: a nonce is good for one response only. */
function isAnonymous(response: Response, body: Buffer): boolean {
  const cookies = [response.getHeader('Set-Cookie') ?? []].flat().map(String)
  return cookies.every((cookie) => cookie.startsWith('cc_lang=')) && !body.includes(' nonce="')
}
