/**
 * Server time of public pages as multiples of the smallest Remix route (/robots.txt), interleaved in one run so that a
 * busy machine slows both alike, at growing numbers of practices. Each page twice: as the next visitor gets it (kept,
 * docs/decisions/0006) and made anew (somebody with a cookie, or the first one after a change). Then requests per second
 * with eight visitors at once. Target (quality.md): list and detail at most 3 at 10,000; throughput falls less than
 * 10 % to 100,000. `--long` measures 100,000 too.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openDatabase } from '#db/connection.ts'
import { runningDatabaseUrl } from '#db/embedded/claim.ts'
import { reindex } from '#search/indexing.ts'
import { createPostgresEngine } from '#search/postgres/engine.ts'
import { startProduct } from '../support/start-product.ts'
import { generatePractices } from './generate-practices.ts'

const SIZES = process.argv.includes('--long') ? [100, 10_000, 100_000] : [100, 10_000]
const ROUNDS = 30
const ANEW_ROUNDS = 10
const SECONDS = 3
const AT_ONCE = 8
const SMALLEST = '/robots.txt'
const ANEW = { cookie: 'bench=1' }

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
const round = (number: number, digits = 2): number => Number(number.toFixed(digits))

async function milliseconds(url: string, headers: Record<string, string> = {}): Promise<number> {
  const began = performance.now()
  const response = await fetch(url, { headers })
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`)
  return performance.now() - began
}

async function perSecond(url: string): Promise<number> {
  const end = performance.now() + SECONDS * 1000
  let done = 0
  const visitor = async (): Promise<void> => {
    while (performance.now() < end) {
      await milliseconds(url)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, visitor))
  return done / SECONDS
}

/** Medians per path, every path once per round; the first rounds warm up. */
async function measure(origin: string, paths: string[], rounds: number, headers: Record<string, string>): Promise<Map<string, number>> {
  const times = new Map(paths.map((one) => [one, [] as number[]]))
  for (let turn = -3; turn < rounds; turn += 1)
    for (const one of paths) {
      const took = await milliseconds(origin + one, headers)
      if (turn >= 0) times.get(one)?.push(took)
    }
  return new Map([...times].map(([one, list]) => [one, median(list)]))
}

async function pathsOf(origin: string): Promise<Record<string, string>> {
  const list = (await (await fetch(`${origin}/api/v1/practices`)).json()) as { practices: { slug: string; type: string }[] }
  const slug = list.practices.find(({ type }) => type === 'practice')?.slug ?? ''
  const chapter = ((await (await fetch(`${origin}/api/v1/chapters`)).json()) as { chapters: { slug: string }[] }).chapters[0]?.slug ?? ''
  const programme = await (await fetch(`${origin}/it/formazione`)).text()
  const session = /\/it\/formazione\/[a-z0-9-]+/.exec(programme)?.[0] ?? '/it/formazione'
  return {
    home: '/it',
    list: '/it/buone-pratiche',
    'list, a theme and a province': '/it/buone-pratiche?theme=theme:housing&territory=provincia:048',
    'list, page 50': '/it/buone-pratiche?page=50',
    detail: `/it/buone-pratiche/${slug}`,
    search: '/it/cerca?q=casa',
    map: '/it/mappa',
    'manual chapter': `/it/manuale/${chapter}`,
    programme: session,
    glossary: '/it/glossario',
    contacts: '/it/contatti',
  }
}

async function bench(origin: string, size: number) {
  const pages = await pathsOf(origin)
  const paths = [SMALLEST, ...Object.values(pages)]
  const kept = await measure(origin, paths, ROUNDS, {})
  const anew = await measure(origin, paths, ANEW_ROUNDS, ANEW)
  const results = Object.entries(pages).map(([page, one]) => ({
    page,
    kept: round(kept.get(one) ?? 0),
    keptRatio: round((kept.get(one) ?? 0) / (kept.get(SMALLEST) ?? 1)),
    anew: round(anew.get(one) ?? 0),
    anewRatio: round((anew.get(one) ?? 0) / (anew.get(SMALLEST) ?? 1), 1),
  }))
  const rates: Record<string, number> = {}
  for (const [name, one] of Object.entries({ smallest: SMALLEST, list: pages.list ?? '', detail: pages.detail ?? '' }))
    rates[name] = Math.round(await perSecond(origin + one))
  console.log(`\n${size} practices; the smallest route takes ${round(kept.get(SMALLEST) ?? 0)} ms`)
  for (const { page, kept: ms, keptRatio, anew: again, anewRatio } of results)
    console.log(
      `${String(keptRatio).padStart(6)} × ${String(ms).padStart(8)} ms kept ${String(anewRatio).padStart(7)} × ${String(again).padStart(8)} ms anew  ${page}`,
    )
  console.log('requests per second:', JSON.stringify(rates))
  return { practices: size, smallestMs: round(kept.get(SMALLEST) ?? 0), results, requestsPerSecond: rates }
}

function report(sizes: object[]): void {
  const folder = path.join(import.meta.dirname, 'results')
  fs.mkdirSync(folder, { recursive: true })
  const load = os.loadavg().map((one) => round(one, 1))
  const text = { measured: new Date().toISOString(), node: process.version, cpus: os.cpus().length, load, rounds: ROUNDS, sizes }
  fs.writeFileSync(path.join(folder, 'pages.json'), `${JSON.stringify(text, null, 2)}\n`)
}

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'casa-bench-'))
const product = await startProduct(dataDir)
try {
  const { db } = openDatabase({ url: runningDatabaseUrl(dataDir) ?? '', onError: (error) => console.error(error) })
  const sizes = []
  for (const size of SIZES) {
    await generatePractices(db, size)
    await reindex(db, createPostgresEngine(db))
    sizes.push(await bench(product.url, size))
    report(sizes) // after each: the larger ones take long
  }
  await db.destroy()
} finally {
  await product.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
}
