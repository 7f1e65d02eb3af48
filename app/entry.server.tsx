import { PassThrough } from 'node:stream'
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { isAppError } from '#app/shared/app-error.ts'
import { languages } from '#app/shared/languages.ts'
import { setMessages } from '#app/shared/messages/loaded.ts'
import { compiled } from '#app/shared/messages/translate.ts'

for (const lang of languages) setMessages(lang, compiled[lang])

/** Renders the whole page before the first byte: pages are small, and an error still gets its own status. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(<RemixServer context={remixContext} url={request.url} nonce={context.nonce} />, {
      nonce: context.nonce,
      onAllReady() {
        const body = new PassThrough()
        headers.set('Content-Type', 'text/html; charset=utf-8')
        keepPrivate(headers, context)
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
        pipe(body)
      },
      onShellError: reject,
      onError(error) {
        context.log.error({ err: error, requestId: context.requestId }, 'render failed')
      },
    })
    setTimeout(abort, 10_000).unref()
  })
}

/** A client-side step of somebody who is signed in is theirs alone too. */
export function handleDataRequest(response: Response, { context }: { context: AppLoadContext }): Response {
  keepPrivate(response.headers, context)
  return response
}

/** Pages of a person are kept by no proxy, and asked for anew by the browser. */
function keepPrivate(headers: Headers, { actor }: AppLoadContext): void {
  if (actor.kind !== 'visitor' && !headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
}

/** Unexpected errors are logged with the reference the reader sees; refusals are not errors. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted || isAppError(error)) return
  context.log.error({ err: error, requestId: context.requestId, path: new URL(request.url).pathname }, 'request failed')
}
