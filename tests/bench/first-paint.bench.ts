/**
 * Largest Contentful Paint of a first visit on a phone (390 × 844, processor slowed four times), and what it transfers.
 * Targets (quality.md): 1.5 s and 165 KB. Milliseconds of this machine: a busy one is slower in everything, so the same
 * run says how long an empty page takes.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumFlags, findChromium } from '../support/chromium.ts'
import { startProduct } from '../support/start-product.ts'

const ROUNDS = 5
const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'casa-bench-'))
const product = await startProduct(dataDir)
const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumFlags })

async function visit(address: string): Promise<{ paint: number; transferred: number }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await session.send('Network.enable')
  let transferred = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (transferred += encodedDataLength))
  await page.goto(address, { waitUntil: 'networkidle' })
  const paint = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
  await context.close()
  return { paint, transferred: transferred / 1024 }
}

try {
  const list = (await (await fetch(`${product.url}/api/v1/practices`)).json()) as { practices: { slug: string }[] }
  const pages = ['/robots.txt', '/it', '/it/buone-pratiche', `/it/buone-pratiche/${list.practices[0]?.slug}`, '/it/manuale', '/ar']
  const results = []
  for (const address of pages) {
    if (address !== '/robots.txt') await fetch(product.url + address)
    const visits = []
    for (let round = 0; round < ROUNDS; round += 1) visits.push(await visit(product.url + address))
    const lcpMs = Math.round(median(visits.map(({ paint }) => paint)))
    const kilobytes = Math.round(median(visits.map(({ transferred }) => transferred)))
    results.push({ address, lcpMs, kilobytes })
    console.log(`${String(lcpMs).padStart(6)} ms  ${String(kilobytes).padStart(4)} KB  ${address}`)
  }
  const folder = path.join(import.meta.dirname, 'results')
  fs.mkdirSync(folder, { recursive: true })
  const report = { measured: new Date().toISOString(), cpus: os.cpus().length, load: os.loadavg()[0], rounds: ROUNDS, results }
  fs.writeFileSync(path.join(folder, 'first-paint.json'), `${JSON.stringify(report, null, 2)}\n`)
} finally {
  await browser.close()
  await product.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
}
