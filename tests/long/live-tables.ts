/**
 * A meeting as it is: 150 people come in by one code, sit at 15 tables and write for some minutes; the server is killed
 * with -9 half way; four Chromium windows are among them (360 px, Arabic, a slow phone, no JavaScript). Every word
 * that was written must be there once, and the slow phone must have saved its first word within a minute of the code.
 *
 * Run: node tests/long/live-tables.ts [minutes] [people].
 * A run of less than ten minutes is a try: it prints, and writes nothing under docs/long-runs.
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
import { type Product, startProduct } from '../support/start-product.ts'
import { check, finish, type LongRun } from './live/runner.ts'
import { joinByHttp, type Scribe, startScribe } from './scribe.ts'
import { atTable, type AtTable, withoutScript } from './table-windows.ts'

const minutes = Number(process.argv[2] ?? 10)
const people = Number(process.argv[3] ?? 150)
const tableCount = 15
const startedAt = new Date()
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'casa-tables-'))
const note = (words: string): void => console.log(`${new Date().toISOString().slice(11, 19)} ${words}`)

async function withDatabase<T>(use: (db: ReturnType<typeof openDatabase>['db']) => Promise<T>): Promise<T> {
  const { url } = JSON.parse(fs.readFileSync(path.join(dataDir, 'postgres.json'), 'utf8')) as { url: string }
  const { db } = openDatabase({ url, max: 2, onError: () => undefined })
  try {
    return await use(db)
  } finally {
    await db.destroy()
  }
}

const prepare = () =>
  withDatabase(async (db) => {
    const editor = await aPerson(db, { role: 'editor' })
    const process = await aProcess(db)
    const meeting = await aMeeting(db, process.id)
    const titles = Array.from({ length: tableCount }, (_, n) => `Tavolo ${n + 1}`)
    await createTables(db, editor, { processId: process.id, meetingId: meeting.id }, { titles, prompt: 'Che cosa serve?', lang: 'it' })
    const { code } = await aJoinCode(db, process.id, { meetingId: meeting.id, capacity: people + 10 })
    return { code, meetingId: meeting.id }
  })

const textsOf = (meetingId: string): Promise<string> =>
  withDatabase(async (db) => {
    const tables = await listTables(db, meetingId)
    return (await Promise.all(tables.map(async (table) => textOf((await readText(db, table))!)))).join('\n')
  })

/** Words that end where a word ends: "p1w1x" is not in "p11w1x". */
const timesIn = (text: string, word: string): number => text.split(word).length - 1
/** Where a word should stand: what is beside the one its author wrote before it. */
function around(text: string, word: string): string {
  const before = word.replace(/w(\d+)x$/, (_all, count: string) => `w${Number(count) - 1}x`)
  const at = text.indexOf(before)
  return at < 0 ? `${before} is not there either` : JSON.stringify(text.slice(at, at + 120))
}

const percentile = (values: number[], share: number): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN
const tenths = (value: number): number => Number(value.toFixed(1))

/** Everybody in a third of a minute: a minute's rush is said to be normal. */
async function comeInTogether(url: string, code: string): Promise<{ scribes: Scribe[]; seconds: number }> {
  const at = performance.now()
  const scribes = await Promise.all(
    Array.from({ length: people }, async (_, n) => {
      await wait((n / people) * 20_000)
      return startScribe(url, await joinByHttp(url, code), n)
    }),
  )
  return { scribes, seconds: (performance.now() - at) / 1_000 }
}

async function openWindows(browser: Browser, url: string, code: string): Promise<AtTable[]> {
  const place = { url, code }
  return [
    await atTable(browser, { ...place, lang: 'it', width: 360, word: 'finestrastretta' }),
    await atTable(browser, { ...place, lang: 'ar', width: 390, word: 'نافذةعربية' }),
    await atTable(browser, { ...place, lang: 'it', width: 390, word: 'telefonolento', slow: true }),
    await withoutScript(browser, { ...place, lang: 'it', width: 390, word: 'senzascript' }),
  ]
}

async function meet(first: Product, browser: Browser): Promise<{ run: LongRun; last: Product }> {
  const { url } = first
  const { code, meetingId } = await prepare()
  const { scribes, seconds } = await comeInTogether(url, code)
  note(`${people} in and seated after ${seconds.toFixed(1)} s`)
  const windows = await openWindows(browser, url, code)
  for (const { name, seconds: until } of windows) note(`${name}: code to first saved word ${until.toFixed(1)} s`)
  await wait(minutes * 30_000)
  const before = scribes.reduce((sum, { words }) => sum + words.length, 0)
  first.child.removeAllListeners('exit')
  first.child.kill('SIGKILL')
  const killedAt = performance.now()
  const last = await startProduct(dataDir, { PORT: new URL(url).port }) // finds the orphaned PostgreSQL and takes over
  const servedAfter = performance.now() - killedAt
  note(`killed with ${before} words written; serving again after ${(servedAfter / 1_000).toFixed(1)} s`)
  for (const window of windows) await window.write(`${window.words[0]}dopo`)
  await wait(minutes * 30_000)
  for (const scribe of scribes) scribe.stopWriting()
  await Promise.all(scribes.map((scribe) => scribe.saved(60_000)))
  const text = await textsOf(meetingId)
  const words = [...scribes.flatMap((scribe) => scribe.words), ...windows.flatMap((window) => window.words)]
  // A person's Enter may fall inside somebody's word: no character is lost by that, so breaks and own words do not count.
  const scribed = windows
    .flatMap((window) => window.words)
    .reduce((rest, word) => rest.replaceAll(word, ''), text)
    .replaceAll(/\s/g, '')
  const lost = words.filter((word) => !text.includes(word) && !scribed.includes(word))
  const twice = scribes.flatMap((scribe) => scribe.words).filter((word) => timesIn(text, word) > 1)
  const seen = scribes.flatMap((scribe) => scribe.seenAfter)
  for (const word of lost.slice(0, 3)) note(`lost ${word}: ${around(text, word)}`)
  for (const scribe of scribes) scribe.leave()
  const slow = windows.find(({ name }) => name.includes('slow'))?.seconds ?? NaN
  const letters = (list: string[]): number => list.reduce((sum, word) => sum + word.length, 0)
  return {
    last,
    run: {
      name: 'live-tables',
      title: `${people} participants at ${tableCount} tables for ${minutes} minutes, one kill -9`,
      checks: [
        check('characters written', letters(words), '> 0', words.length > people),
        check('characters lost', letters(lost), '0', lost.length === 0),
        check('words that stand twice', twice.length, '0', twice.length === 0),
        check('slow phone: seconds from the code to its first saved word', tenths(slow), '≤ 60', slow <= 60),
      ],
      facts: {
        words: words.length,
        ...(lost.length > 0 && { lost: lost.slice(0, 20) }),
        wordsBrokenByEnter: words.filter((word) => !text.includes(word)).length - lost.length,
        wordsBeforeTheKill: before,
        secondsUntilAllWereSeated: tenths(seconds),
        secondsWithoutServer: tenths(servedAfter / 1_000),
        writeToSavedMs: {
          p50: Math.round(percentile(seen, 0.5)),
          p95: Math.round(percentile(seen, 0.95)),
          p99: Math.round(percentile(seen, 0.99)),
        },
        windows: Object.fromEntries(windows.map(({ name, seconds: until }) => [name, tenths(until)])),
      },
      rounds: [],
    },
  }
}

const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags })
let product = await startProduct(dataDir)
try {
  const { run, last } = await meet(product, browser)
  product = last
  if (minutes >= 10) finish(run, startedAt)
  else console.log(JSON.stringify(run, null, 2))
  process.exitCode = run.checks.every(({ good }) => good) ? 0 : 1
} finally {
  await browser.close()
  product.child.removeAllListeners('exit')
  await product.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
}
process.exit()
