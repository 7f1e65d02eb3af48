import type { Request, Response } from 'express'

/** A technical cookie: `/` leads back to the language read last. */
export function rememberLanguage(request: Request, response: Response): void {
  const lang = /^\/(it|en|ar)(?:\/|$)/.exec(request.path)?.[1]
  if (lang && !(request.headers.cookie ?? '').includes(`cc_lang=${lang}`))
    response.append('Set-Cookie', `cc_lang=${lang}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`)
}
