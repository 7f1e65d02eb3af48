import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express'
import { isAppError, statusOf } from '../app-error.ts'

type Door = (args: never) => unknown

/** What `request.formData()` throws for a body that is no form: the sender's fault, not ours. */
const isUnreadForm = (error: unknown): boolean =>
  error instanceof TypeError &&
  /^(?:Failed to parse body as FormData|Content-Type was not one of)|^Could not parse content as FormData/.test(error.message)

/** A refusal thrown by a verb becomes a response with its status: Remix would show any Error as a 500. */
const translate =
  (door: Door): Door =>
  async (args) => {
    try {
      return await door(args)
    } catch (error) {
      if (isAppError(error)) throw new Response(error.message, { status: statusOf[error.code], statusText: error.code })
      if (isUnreadForm(error)) throw new Response('bad-request', { status: 400, statusText: 'bad-request' })
      throw error
    }
  }

/** The build with every loader and action translating refusals, in one place. */
function translatingRefusals(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route]
    const { loader, action } = route.module as { loader?: Door; action?: Door }
    const module = { ...route.module, ...(loader && { loader: translate(loader) }), ...(action && { action: translate(action) }) }
    return [id, { ...route, module }]
  })
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild['routes'] }
}

export type RemixOptions = {
  build: ServerBuild | (() => Promise<ServerBuild>)
  contextOf: (request: ExpressRequest, response: ExpressResponse) => Promise<AppLoadContext>
  mode: string
}

/** The pages, as an Express handler. */
export function remixHandler({ build, contextOf, mode }: RemixOptions): RequestHandler {
  const ready = typeof build === 'function' ? async () => translatingRefusals(await build()) : translatingRefusals(build)
  return createRequestHandler({ build: ready, getLoadContext: contextOf, mode })
}
