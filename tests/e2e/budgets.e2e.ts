import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { crawl } from '#tests/support/crawl.ts'
import { expect, test } from '#tests/support/e2e.ts'

const KB = 1024
/** ui.md, Budgets: gzipped kilobytes of a public page. Fonts are compressed already. */
const budgets = { document: 15, script: 100, stylesheet: 12, font: 37, image: 6 }
type Kind = keyof typeof budgets
const isKind = (kind: string): kind is Kind => kind in budgets

/** Everything a first visit to an address loads: kilobytes by kind, and the hosts asked. */
async function weigh(page: Page, address: string) {
  const weights: Record<Kind, number> = { document: 0, script: 0, stylesheet: 0, font: 0, image: 0 }
  const hosts = new Set<string>()
  const bodies: Promise<void>[] = []
  page.on('response', (response) => {
    hosts.add(new URL(response.url()).host)
    const kind = response.url().includes('.svg') ? 'image' : response.request().resourceType()
    if (!isKind(kind) || response.status() !== 200) return
    bodies.push(
      response.body().then((body) => {
        weights[kind] += (kind === 'font' ? body.length : gzipSync(body).length) / KB
      }),
    )
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  await Promise.all(bodies)
  return { weights, hosts: [...hosts] }
}

test('public pages stay within their budgets and ask nobody else for anything', async ({ browser, baseURL, request }) => {
  test.setTimeout(240_000)
  const visits = await crawl(request, { lang: 'it', perRoute: 1, perQuery: 1 })
  const addresses = visits.filter(({ type, status }) => type.includes('html') && status === 200).map(({ address }) => address)
  expect(addresses.length).toBeGreaterThan(20)
  const found: string[] = []
  for (const address of addresses) {
    const context = await browser.newContext() // a first visit: nothing cached
    const { weights, hosts } = await weigh(await context.newPage(), address)
    await context.close()
    for (const [kind, weight] of Object.entries(weights))
      if (weight > budgets[kind as Kind]) found.push(`${address}: ${kind} ${weight.toFixed(1)} KB, allowed ${budgets[kind as Kind]}`)
    for (const host of hosts) if (host !== new URL(baseURL ?? '').host) found.push(`${address}: asked ${host}`)
  }
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
