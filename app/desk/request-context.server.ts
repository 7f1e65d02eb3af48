import type { AppLoadContext } from '@remix-run/node'
import type { Request, Response } from 'express'
import type { Db } from '#db/connection.ts'
import type { SearchEngine } from '#search/engine.ts'
import { readActor } from '#app/people/session.server.ts'
import type { Env } from '#app/shared/env.ts'
import { nonceOf } from '#app/shared/http/guards.server.ts'
import { rememberLanguage } from '#app/shared/http/remember-language.server.ts'
import type { Site } from '#app/shared/http/site.server.ts'
import type { Logger } from '#app/shared/log.server.ts'

type Parts = { env: Env; log: Logger; house: { db: Db; search: SearchEngine }; site: Site }

/** Builds what every loader and action receives: who is asking is decided here, once per request. */
export function contextOf({ env, log, house, site }: Parts) {
  return async (request: Request, response: Response): Promise<AppLoadContext> => {
    const { actor, sessionHash, refreshCookie } = await readActor(house.db, request.headers.cookie, { secure: site.secure })
    if (refreshCookie) response.append('Set-Cookie', refreshCookie)
    rememberLanguage(request, response)
    return {
      db: house.db,
      search: house.search,
      env,
      log,
      actor,
      sessionHash,
      nonce: nonceOf(response),
      requestId: String(response.locals.requestId),
      ip: request.ip ?? '',
      origin: `${site.secure ? 'https' : 'http'}://${request.headers.host ?? ''}`,
      appUrl: site.appUrl,
      secure: site.secure,
      showMailLinks: site.loopback && !env.SMTP_URL && env.SEED !== 'none' && env.SEED !== 'content',
    }
  }
}
