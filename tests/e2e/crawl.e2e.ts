import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { isAsked, withoutLanguage } from '#app/about/page-answer.ts'
import { languages } from '#app/shared/languages.ts'
import { crawl, signInRequest, type Visit, wordsOf } from '#tests/support/crawl.ts'

const app = path.join(import.meta.dirname, '../../app')
const modules = readdirSync(app, { withFileTypes: true }).filter((entry) => entry.isDirectory())
/** A message key that reached the page instead of its words. */
const rawKey = new RegExp(`\\b(?:${modules.map(({ name }) => name).join('|')})\\.[a-z][A-Za-z-]*(?:\\.[A-Za-z-]+)+\\b`)

/** What is wrong with a page, in words; empty when nothing is. */
function problemsOf({ address, status, html, type, from }: Visit): string[] {
  const at = `${address} (linked from ${from || 'nowhere'})`
  if (status !== 200) return [`${at}: status ${status}`]
  if (!type.includes('text/html')) return []
  const main = /<main\b[^>]*>([\s\S]*?)<\/main>/.exec(html)?.[1] ?? html
  const headings = [...html.matchAll(/<h1\b/g)].length
  const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))
  const dead = [...html.matchAll(/\shref="#([^"]+)"/g)].map(([, id]) => id).filter((id) => !ids.has(id))
  return [
    ...(headings === 1 ? [] : [`${at}: ${headings} h1`]),
    ...(wordsOf(main).length > 40 ? [] : [`${at}: empty`]),
    ...(rawKey.test(wordsOf(html)) ? [`${at}: raw key ${rawKey.exec(wordsOf(html))?.[0]}`] : []),
    ...(/<title>[^<]{5,}<\/title>/.test(html) ? [] : [`${at}: no title`]),
    ...dead.map((id) => `${at}: #${id} leads nowhere`),
  ]
}

/** Every public page says when it was updated and asks whether it was useful (design guidelines for public services). */
function missingAtTheFoot({ address, html, type }: Visit): string[] {
  const [pathname = ''] = address.split('?')
  if (!type.includes('text/html') || !isAsked(withoutLanguage(pathname))) return []
  return ['updated-on', 'feedback'].filter((hook) => !html.includes(`data-element="${hook}"`)).map((hook) => `${address}: no ${hook}`)
}

/** Every record in Italian; in the other languages some of each kind, unless there is time (`npm run test:long`). */
const perRoute = (lang: string) => (lang === 'it' || process.env.CASA_TEST_LONG ? 1000 : 12)

for (const lang of languages)
  test(`every link a visitor can follow in ${lang} leads to a page with content`, async ({ request }) => {
    test.setTimeout(300_000)
    const visits = await crawl(request, { lang, perRoute: perRoute(lang), perQuery: 6 })
    expect(visits.length).toBeGreaterThan(60)
    expect(visits.flatMap(problemsOf)).toEqual([])
    expect(visits.flatMap(missingAtTheFoot)).toEqual([])
  })

for (const role of ['member', 'facilitator', 'editor', 'admin'] as const)
  test(`every link of the pages shown to the role ${role} leads to a page with content`, async ({ request, baseURL }) => {
    test.setTimeout(300_000)
    await signInRequest(request, role, new URL(baseURL ?? '').origin)
    for (const lang of languages) {
      const visits = await crawl(request, { lang, perRoute: lang === 'it' || process.env.CASA_TEST_LONG ? 4 : 1, perQuery: 1 })
      expect(visits.some(({ pattern }) => pattern === '/:lang/scrivania')).toBe(true)
      expect(visits.flatMap(problemsOf), lang).toEqual([])
    }
  })
