import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'
import { crawl } from '#tests/support/crawl.ts'
import { expect, signIn, test } from '#tests/support/e2e.ts'

const KB = 1024
/** ui.md, Budgets: gzipped kilobytes of a public page. Fonts are compressed already. */
const budgets = { document: 15, script: 100, stylesheet: 12, font: 37, image: 6 }
/** quality.md: all that a first visit transfers, fonts included. */
const FIRST_VISIT = 165
type Kind = keyof typeof budgets
const isKind = (kind: string): kind is Kind => kind in budgets

const kilobytes = (body: Buffer, kind: Kind): number => (kind === 'font' ? body.length : gzipSync(body).length) / KB

/** Everything a first visit to an address loads: kilobytes by kind, and the hosts asked. `sizes` knows files met before. */
async function weigh(page: Page, address: string, sizes: Map<string, number>) {
  const weights: Record<Kind, number> = { document: 0, script: 0, stylesheet: 0, font: 0, image: 0 }
  const hosts = new Set<string>()
  const bodies: Promise<void>[] = []
  const weighed = async (response: Response, kind: Kind): Promise<void> => {
    const url = response.url()
    const size = sizes.get(url) ?? kilobytes(await response.body(), kind)
    if (kind !== 'document') sizes.set(url, size)
    weights[kind] += size
  }
  page.on('response', (response) => {
    hosts.add(new URL(response.url()).host)
    const kind = response.url().includes('.svg') ? 'image' : response.request().resourceType()
    if (isKind(kind) && response.status() === 200) bodies.push(weighed(response, kind))
  })
  await quiet(page, () => page.goto(address))
  await Promise.all(bodies)
  return { weights, hosts: [...hosts] }
}

/** Waits until nothing was under way for a fifth of a second (Playwright's own measure is half a second, on every page). */
async function quiet(page: Page, go: () => Promise<unknown>): Promise<void> {
  let open = 0
  let since = performance.now()
  const count = (step: number) => () => {
    open += step
    since = performance.now()
  }
  page.on('request', count(1))
  page.on('requestfinished', count(-1))
  page.on('requestfailed', count(-1))
  await go()
  while (open > 0 || performance.now() - since < 200) await new Promise((resolve) => setTimeout(resolve, 20))
}

test('public pages stay within their budgets and ask nobody else for anything', async ({ browser, baseURL, request }) => {
  test.setTimeout(240_000)
  const visits = await crawl(request, { lang: 'it', perRoute: 1, perQuery: 1 })
  const addresses = visits.filter(({ type, status }) => type.includes('html') && status === 200).map(({ address }) => address)
  expect(addresses.length).toBeGreaterThan(20)
  const found: string[] = []
  const sizes = new Map<string, number>()
  const visit = async (address: string): Promise<void> => {
    const context = await browser.newContext() // a first visit: nothing cached
    const { weights, hosts } = await weigh(await context.newPage(), address, sizes)
    await context.close()
    for (const [kind, weight] of Object.entries(weights))
      if (weight > budgets[kind as Kind]) found.push(`${address}: ${kind} ${weight.toFixed(1)} KB, allowed ${budgets[kind as Kind]}`)
    const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0)
    if (total > FIRST_VISIT) found.push(`${address}: ${total.toFixed(1)} KB in all, allowed ${FIRST_VISIT}`)
    for (const host of hosts) if (host !== new URL(baseURL ?? '').host) found.push(`${address}: asked ${host}`)
  }
  // Most of a visit is waiting for nothing to happen: some at a time.
  const next = async (): Promise<void> => {
    for (let address = addresses.shift(); address; address = addresses.shift()) await visit(address)
  }
  await Promise.all([next(), next(), next()])
  expect(found).toEqual([])
})

test('no page is wider than a screen of 320 pixels', async ({ page, request }) => {
  test.setTimeout(180_000)
  await page.setViewportSize({ width: 320, height: 640 })
  const found: string[] = []
  for (const lang of ['it', 'ar'] as const)
    for (const { address, type, status } of await crawl(request, { lang, perRoute: 1, perQuery: 1 })) {
      if (!type.includes('html') || status !== 200) continue
      await page.goto(address)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (overflow > 0) found.push(`${address}: ${overflow} pixels`)
    }
  expect(found).toEqual([])
})

/** Distance of an element from the side lines start at, and from the side they end at. */
async function edges(page: Page, selector: string): Promise<{ start: number; end: number }> {
  const box = await page.locator(selector).filter({ visible: true }).first().boundingBox()
  if (!box) throw new Error(`${selector} is not on ${page.url()}`)
  const { width, rtl } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    rtl: document.documentElement.dir === 'rtl',
  }))
  const right = width - box.x - box.width
  return rtl ? { start: right, end: box.x } : { start: box.x, end: right }
}

/** Pages with what stands at the start and at the end of the line on them. */
const sides: { path: string; start: string[]; end: string[] }[] = [
  {
    path: '/buone-pratiche',
    start: ['.site-header .brand', '.breadcrumb li:first-child', 'h1', '.with-facets .facets', '.page-foot .useful'],
    end: ['.header-search', '.slim .enter', '.with-facets .cards'],
  },
  { path: '/formazione', start: ['h1', '.site-footer .brand'], end: ['.header-search'] },
]

test('Arabic pages are the mirror image of Italian ones, on a wide screen', async ({ page }) => {
  for (const { path, start, end } of sides)
    for (const [side, selectors] of [
      ['start', start],
      ['end', end],
    ] as const)
      for (const selector of selectors) {
        await page.goto(`/it${path}`)
        const italian = await edges(page, selector)
        await page.goto(`/ar${path}`)
        const arabic = await edges(page, selector)
        expect(Math.abs(italian[side] - arabic[side]), `${side} of ${selector} on ${path}`).toBeLessThanOrEqual(1)
        // On the other side of the middle: a page that was not turned would keep it where it was.
        const box = await page.locator(selector).filter({ visible: true }).first().boundingBox()
        const atStart = selectors === start
        if (selector !== 'h1' && box) expect(box.x > 640 - box.width / 2, `${selector} in Arabic on ${path}`).toBe(atStart)
      }
})

test('in Arabic the breadcrumb runs from right to left, and the editor has its outline at the right', async ({ page }) => {
  await signIn(page, 'editor', 'ar')
  await page.goto('/ar/buone-pratiche')
  await page.locator('.cards h3 a').first().click()
  const crumbs = await page.locator('.breadcrumb li').evaluateAll((items) => items.map((item) => item.getBoundingClientRect().right))
  expect(crumbs.length).toBe(3)
  expect(crumbs).toEqual(crumbs.toSorted((a, b) => b - a))
  expect((await edges(page, '.in-brief')).end).toBeLessThan((await edges(page, '.in-brief')).start)
  const documents = (await (await page.request.get('/api/v1/documents?editable=1')).json()) as { name: string }[]
  await page.goto(`/ar/scrivania/testi/${documents[0]?.name}`)
  const [outline, comments, paper] = await Promise.all(['.panel-start', '.panel-end', '.editor-paper'].map((one) => edges(page, one)))
  expect(outline!.start).toBeLessThan(paper!.start)
  expect(comments!.end).toBeLessThan(paper!.end)
  const panel = await page.locator('.panel-start').boundingBox()
  expect(panel!.x).toBeGreaterThan(640)
})

test('a table wider than a phone scrolls by itself: the text around it in the editor ends inside the page', async ({ page }) => {
  await signIn(page, 'editor')
  await page.goto('/it/scrivania/manuale')
  const links = await page.locator('a[href*="/scrivania/testi/"]').evaluateAll((all) => all.map((link) => link.getAttribute('href')!))
  const addresses = [...new Set(links.map((link) => link.replace('/it/', '')))]
  const pages = await Promise.all(addresses.map(async (address) => (await page.request.get(`/it/${address}`)).text()))
  const withTables = addresses.filter((_, index) => pages[index]?.includes('<table'))
  expect(withTables).not.toEqual([])
  await page.setViewportSize({ width: 320, height: 844 })
  for (const address of withTables)
    for (const lang of ['it', 'ar']) {
      await page.goto(`/${lang}/${address}`)
      const paper = await page.locator('.editor-paper').boundingBox()
      expect(paper!.x, address).toBeGreaterThanOrEqual(0)
      expect(paper!.x + paper!.width, address).toBeLessThanOrEqual(320)
    }
})
