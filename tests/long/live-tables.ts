/**
 * A meeting as it is: 150 people come in by one code, sit at 15 tables and write for some minutes; the server is killed
 * with -9 half way; four Chromium windows are among them (360 px, Arabic, a slow phone, no JavaScript). Every word
 * that was written must be there once, and the slow phone must have saved its first word within a minute of the code.
 *
 * Run: node tests/long/live-tables.ts [minutes] [people] [seed]   (needs a build: npm start has made one, or npm test)
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, chromium } from 'playwright-core'
import { createTables } from '#app/codesign/tables/create-tables.server.ts'
import { listTables } from '#app/codesign/tables/table.queries.server.ts'
import { readText } from '#app/documents/log/read-text.server.ts'
import { textOf } from '#app/documents/reading/text-of.ts'
import { openDatabase } from '#db/connection.ts'
import { chromiumFlags, findChromium } from '../support/chromium.ts'
import { aJoinCode, aMeeting, aProcess } from '../support/codesign.ts'
import { aPerson } from '../support/factories.ts'
import { startProduct } from '../support/start-product.ts'
import { joinByHttp, type Scribe, startScribe } from './scribe.ts'
import { atTable, withoutScript } from './table-windows.ts'

const minutes = Number(process.argv[2] ?? 10)
const people = Number(process.argv[3] ?? 150)
const tableCount = 15
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'casa-tables-'))

const product = await startProduct(dataDir)
let child = product.child
const port = new URL(product.url).port
const databaseUrl = (JSON.parse(fs.readFileSync(path.join(dataDir, 'postgres.json'), 'utf8')) as { url: string }).url

/** The server alone is killed; the next start finds its orphaned PostgreSQL and takes over the place. */
async function killAndRestart(): Promise<number> {
  child.removeAllListeners('exit')
  child.kill('SIGKILL')
  const at = performance.now()
  child = (await startProduct(dataDir, { PORT: port })).child
  return performance.now() - at
}

async function prepare() {
  const { db } = openDatabase({ url: databaseUrl, max: 2, onError: () => undefined })
  const editor = await aPerson(db, { role: 'editor' })
  const process = await aProcess(db)
  const meeting = await aMeeting(db, process.id)
  const titles = Array.from({ length: tableCount }, (_, n) => `Tavolo ${n + 1}`)
  await createTables(db, editor, { processId: process.id, meetingId: meeting.id }, { titles, prompt: 'Che cosa serve?', lang: 'it' })
  const { code } = await aJoinCode(db, process.id, { meetingId: meeting.id, capacity: people + 10 })
  await db.destroy()
  return { code, meetingId: meeting.id }
}

async function textsOf(meetingId: string): Promise<string> {
  const { db } = openDatabase({ url: databaseUrl, max: 2, onError: () => undefined })
  const tables = await listTables(db, meetingId)
  const texts = await Promise.all(tables.map(async (table) => textOf((await readText(db, table))!)))
  await db.destroy()
  return texts.join('\n')
}

const percentile = (values: number[], share: number): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN

const { code, meetingId } = await prepare()
const started = performance.now()
const scribes: Scribe[] = []
await Promise.all(
  Array.from({ length: people }, async (_, n) => {
    await wait((n / people) * 20_000) // a minute's rush, in a third of it
    scribes.push(await startScribe(product.url, await joinByHttp(product.url, code), n))
  }),
)
console.log(`${people} in and seated after ${((performance.now() - started) / 1_000).toFixed(1)} s`)

const browser: Browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags })
const place = { url: product.url, code }
const windows = [
  await atTable(browser, { ...place, lang: 'it', width: 360, word: 'finestrastretta' }),
  await atTable(browser, { ...place, lang: 'ar', width: 390, word: 'نافذةعربية' }),
  await atTable(browser, { ...place, lang: 'it', width: 390, word: 'telefonolento', slow: true }),
  await withoutScript(browser, { ...place, lang: 'it', width: 390, word: 'senzascript' }),
]
for (const { name, seconds } of windows) console.log(`${name}: code to first saved word ${seconds.toFixed(1)} s`)

await wait(minutes * 30_000)
console.log(`killed; serving again after ${((await killAndRestart()) / 1_000).toFixed(1)} s`)
await wait(minutes * 30_000)
for (const scribe of scribes) scribe.stopWriting()
await Promise.all(scribes.map((scribe) => scribe.saved(60_000)))
const text = await textsOf(meetingId)
const words = [...scribes.flatMap((scribe) => scribe.words), ...windows.map((window) => window.word)]
const lost = words.filter((word) => !text.includes(word))
const twice = words.filter((word) => text.split(word).length > 2)
const letters = words.reduce((sum, word) => sum + word.length, 0)
const seen = scribes.flatMap((scribe) => scribe.seenAfter)
console.log(`${words.length} words (${letters} characters): ${lost.length} lost, ${twice.length} twice`)
console.log(`write to saved: p50 ${percentile(seen, 0.5).toFixed(0)} ms, p99 ${percentile(seen, 0.99).toFixed(0)} ms`)
for (const scribe of scribes) scribe.leave()
await browser.close()
child.removeAllListeners('exit')
child.kill('SIGTERM')
await wait(2_000)
fs.rmSync(dataDir, { recursive: true, force: true })
const slow = windows.find(({ name }) => name.includes('slow'))
process.exitCode = lost.length + twice.length > 0 || (slow?.seconds ?? 99) > 60 ? 1 : 0
process.exit()
