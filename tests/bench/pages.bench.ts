/**
 * Server time of public pages as multiples of the smallest Remix route (/robots.txt), interleaved in one run so that a
 * busy machine slows both alike. Target (quality.md): list and detail at most 3.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startProduct } from '../support/start-product.ts'

const ROUNDS = 60
const SMALLEST = '/robots.txt'

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

async function milliseconds(url: string): Promise<number> {
  const began = performance.now()
  const response = await fetch(url)
  await response.text()
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`)
  return performance.now() - began
}

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'casa-bench-'))
const product = await startProduct(dataDir)
try {
  const list = (await (await fetch(`${product.url}/api/v1/practices`)).json()) as { practices: { slug: string; type: string }[] }
  const slug = list.practices.find(({ type }) => type === 'practice')?.slug
  const paths = [SMALLEST, '/it', '/it/buone-pratiche', ...(slug ? [`/it/buone-pratiche/${slug}`] : []), '/it/manuale', '/it/cerca?q=casa']
  const times = new Map(paths.map((one) => [one, [] as number[]]))
  for (let round = -5; round < ROUNDS; round += 1)
    for (const one of paths) {
      const took = await milliseconds(product.url + one)
      if (round >= 0) times.get(one)?.push(took) // the first rounds warm up
    }
  const base = median(times.get(SMALLEST) ?? [])
  const results = paths.map((one) => {
    const took = median(times.get(one) ?? [])
    return { path: one.replace(slug ?? '\0', '{slug}'), milliseconds: Number(took.toFixed(2)), ratio: Number((took / base).toFixed(2)) }
  })
  for (const { path: page, milliseconds: took, ratio } of results)
    console.log(`${String(ratio).padStart(6)} ×  ${String(took).padStart(7)} ms  ${page}`)
  const folder = path.join(import.meta.dirname, 'results')
  fs.mkdirSync(folder, { recursive: true })
  const report = { measured: new Date().toISOString(), node: process.version, cpus: os.cpus().length, rounds: ROUNDS, results }
  fs.writeFileSync(path.join(folder, 'pages.json'), `${JSON.stringify(report, null, 2)}\n`)
} finally {
  await product.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
}
