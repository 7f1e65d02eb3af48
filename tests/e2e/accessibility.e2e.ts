import type { BrowserContext } from '@playwright/test'
import type { Role } from '#app/shared/actor.ts'
import { axe } from '#tests/support/axe.ts'
import { crawl, signInRequest } from '#tests/support/crawl.ts'
import { demoAccount, expect, test } from '#tests/support/e2e.ts'
import { madeOnce } from '#tests/support/made-once.ts'
import { allRoutes } from '#tests/support/page-routes.ts'

const roles: (Role | 'visitor')[] = ['visitor', 'member', 'editor', 'admin']

/** Routes that need a link from a mail, and redirects: no page to look at without one. */
const withoutLink = [
  /\/registrati\/(conferma|invito)$/,
  /\/email\/conferma$/,
  /\/password\/nuova$/,
  /\/organizzazioni\/invito$/,
  /\/avvisi\/disiscrizione$/,
  /\/esci$/,
  /\/utile$/,
  /\/proponi\/conferma$/,
  /^\/$/,
  // inside only with a code: participants.e2e.ts looks at them in ten languages
  /^\/p(\/|$)/,
]

const isPage = (file: string) => file.endsWith('.tsx') && !file.includes('not-found')

/** One address per page route and the role that sees it, found by following links; mail links' pages by their bare address. */
async function samples(context: BrowserContext, origin: string): Promise<{ address: string; role: Role | 'visitor' }[]> {
  const found = new Map<string, { address: string; role: Role | 'visitor' }>()
  // A kept mail for the administrator's page.
  await context.request.post('/it/password', { form: { email: demoAccount('member').email }, headers: { Origin: origin } })
  for (const role of roles) {
    if (role !== 'visitor') await signInRequest(context.request, role, origin)
    for (const { pattern, address, type } of await crawl(context.request, {
      lang: 'it',
      // The example sessions come first and have no take-aways: editors look at one more than those three.
      perRoute: { visitor: 2, member: 1, facilitator: 1, editor: 4, admin: 1 }[role],
      perQuery: 1,
    }))
      if (type.includes('html') && !found.has(pattern)) found.set(pattern, { address, role })
  }
  const missed = allRoutes.filter(
    ({ pattern, file }) => isPage(file) && !found.has(pattern) && !withoutLink.some((one) => one.test(pattern)),
  )
  expect(
    missed.map(({ pattern }) => pattern),
    'pages no link leads to',
  ).toEqual([])
  return [
    ...found.values(),
    { address: '/it/password/nuova', role: 'visitor' },
    { address: '/it/avvisi/disiscrizione', role: 'visitor' },
    { address: '/it/utile', role: 'visitor' },
    { address: '/it/buone-pratiche/proponi/conferma', role: 'visitor' },
    { address: '/it/una-pagina-che-non-esiste', role: 'visitor' },
  ]
}

const long = process.env.CASA_TEST_LONG !== undefined
const usual = [
  { lang: 'it', width: 1280 },
  { lang: 'ar', width: 390 },
]
const every = (['it', 'en', 'ar'] as const).flatMap((lang) => [320, 390, 768, 1280].map((width) => ({ lang, width })))
const sizes = long ? every : usual

test.describe.configure({ mode: 'parallel' })

for (const { lang, width } of sizes)
  test(`axe finds nothing to say on any route, ${lang} at ${width} pixels`, async ({ context, baseURL, noise }) => {
    test.setTimeout(600_000)
    noise.allow(/404 \(Not Found\)|410 \(Gone\)/)
    const origin = new URL(baseURL ?? '').origin
    const pages = await madeOnce('samples', () => samples(context, origin))
    const page = await context.newPage()
    await page.setViewportSize({ width, height: 900 })
    const found: string[] = []
    for (const role of roles) {
      await context.clearCookies()
      if (role !== 'visitor') await signInRequest(context.request, role, origin)
      for (const { address } of pages.filter((one) => one.role === role)) {
        await page.goto(address.replace(/^\/it(?=\/|$)/, `/${lang}`))
        found.push(...(await axe(page)).map((line) => `${address}: ${line}`))
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (overflow > 0) found.push(`${address}: ${overflow} pixels too wide`)
      }
    }
    expect(found).toEqual([])
  })
