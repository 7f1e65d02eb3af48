import type { APIRequestContext } from '@playwright/test'
import type { Role } from '#app/shared/actor.ts'
import { demoAccount } from './e2e.ts'
import { routeOf } from './page-routes.ts'

export type Visit = { address: string; pattern: string; status: number; type: string; html: string; from: string }
type CrawlOptions = {
  lang: 'it' | 'en' | 'ar'
  /** How many addresses of one route are visited; those with a query count apart. */
  perRoute: number
  perQuery: number
}

/** Signs a request context in, by the form, as a demonstration account. */
export async function signInRequest(request: APIRequestContext, role: Role, origin: string): Promise<void> {
  const answer = await request.post('/it/accedi', { form: demoAccount(role), headers: { Origin: origin }, maxRedirects: 0 })
  if (answer.status() !== 303 && answer.status() !== 302) throw new Error(`Sign-in as ${role} answered ${answer.status()}`)
}

/** Addresses a page links to, on this site and in this language (or without one). */
function linksOf(html: string, address: string, lang: string): string[] {
  const here = new URL(address, 'http://site.invalid')
  return [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].flatMap(([, raw = '']) => {
    const url = new URL(raw.replaceAll('&amp;', '&'), here)
    if (url.origin !== here.origin) return []
    const language = /^\/(it|en|ar)(?:\/|$)/.exec(url.pathname)?.[1]
    return language === undefined || language === lang ? [url.pathname + url.search] : []
  })
}

/** Follows every link from the home page of a language, by plain requests. Pages come back with their HTML. */
export async function crawl(request: APIRequestContext, { lang, perRoute, perQuery }: CrawlOptions): Promise<Visit[]> {
  const visits: Visit[] = []
  const met = new Set<string>([`/${lang}`])
  const counts = new Map<string, number>()
  const queue = [{ address: `/${lang}`, from: '' }]
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { address, from } = next
    const [pathname = '', query] = address.split('?')
    const { pattern } = routeOf(pathname)
    const key = query === undefined ? pattern : `${pattern}?`
    const count = counts.get(key) ?? 0
    if (count >= (query === undefined ? perRoute : perQuery)) continue
    counts.set(key, count + 1)
    const answer = await request.get(address)
    const type = answer.headers()['content-type'] ?? ''
    const html = type.includes('text/html') ? await answer.text() : ''
    visits.push({ address, pattern, status: answer.status(), type, html, from })
    for (const link of linksOf(html, address, lang)) {
      if (met.has(link)) continue
      met.add(link)
      queue.push({ address: link, from: address })
    }
  }
  return visits
}

/** The words of a page as a reader meets them: no markup, no scripts. */
export const wordsOf = (html: string): string =>
  html
    .replaceAll(/<(script|style|template)\b[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
