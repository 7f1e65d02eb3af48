/**
 * Live documents beside bare in-memory Hocuspocus in one run: server CPU per delivered edit, latencies, a full room, and
 * the replay of a public editing trace. Writes tests/bench/results/live-*.json and the tables of docs/live-documents.md.
 *
 *   node tests/bench/live.bench.ts [--rounds=2] [--seconds=6] [--only=scales,room,replay] [--profile=FOLDER]
 *
 * Only ratios of one run mean anything. On a machine where others work, `chrt -r 1` in front gives quiet numbers.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type LoadCase, measureLoad, measureReplay } from './live/measure.ts'
import { type Measured, type Pair, tables } from './live/report.ts'
import { type Database, startDatabase } from './live/servers.ts'
import { fullRoom, nameOf, type Scale, scales } from './live/targets.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '2' },
    seconds: { type: 'string', default: '6' },
    only: { type: 'string' },
    profile: { type: 'string' },
  },
})
const seconds = Number(values.seconds)
const results = path.join(import.meta.dirname, 'results')
const page = path.join(import.meta.dirname, '../../docs/live-documents.md')
const wanted = (part: string): boolean => !values.only || values.only.split(',').includes(part)

async function pairs(database: Database, scale: Scale, carets: boolean): Promise<Pair[]> {
  const given: LoadCase = { texts: scale.texts, connections: scale.writers, writers: scale.writers, rate: scale.rate, seconds, carets }
  const rounds: Pair[] = []
  for (let round = 0; round < Number(values.rounds); round++) {
    // Who goes first changes, so that a machine that slows down slows both.
    const casaFirst = round % 2 === 1 ? await measureLoad('casa', database, given, values.profile) : undefined
    const bare = await measureLoad('bare', database, given, values.profile)
    const casa = casaFirst ?? (await measureLoad('casa', database, given, values.profile))
    rounds.push({ bare, casa })
    const ratio = (casa.microsecondsPerDelivery / bare.microsecondsPerDelivery).toFixed(2)
    console.log(
      `${nameOf(scale).padEnd(20)} CPU ratio ${ratio}  seen p50 ${bare.seenMs.p50} → ${casa.seenMs.p50} ms  p99 ${casa.seenMs.p99}  ack p99 ${casa.ackMs.p99}  missing ${casa.missing + casa.lostInText}  others ${casa.othersCpuShare}`,
    )
  }
  return rounds
}

function keep(name: string, value: unknown): void {
  fs.mkdirSync(results, { recursive: true })
  fs.writeFileSync(path.join(results, `${name}.json`), `${JSON.stringify(value, null, 2)}\n`)
}

const stored = <T>(name: string): T => JSON.parse(fs.readFileSync(path.join(results, `${name}.json`), 'utf8')) as T

/** Puts the tables where the page has room for them. */
function writePage(measured: Measured): void {
  const text = fs.readFileSync(page, 'utf8')
  const [start, end] = ['<!-- measured -->', '<!-- end -->']
  const between = `${start}\n\n${tables(measured)}\n\n${end}`
  fs.writeFileSync(page, text.slice(0, text.indexOf(start)) + between + text.slice(text.indexOf(end) + end.length))
}

const database = await startDatabase()
try {
  const about = { measured: new Date().toISOString(), node: process.version, cpus: os.cpus().length, load: os.loadavg(), seconds }
  if (wanted('scales')) {
    const measured: Measured['scales'] = []
    for (const scale of scales) measured.push({ scale, rounds: await pairs(database, scale, false) })
    const caretScale = scales[1]!
    keep('live-scales', { ...about, scales: measured, withCarets: { scale: caretScale, rounds: await pairs(database, caretScale, true) } })
  }
  if (wanted('room')) {
    const given = { texts: 1, ...fullRoom, seconds, carets: false }
    const result = await measureLoad('casa', database, given, values.profile)
    console.log(`full room: ${JSON.stringify(result)}`)
    keep('live-room', { ...about, ...fullRoom, result })
  }
  if (wanted('replay')) {
    const bare = await measureReplay('bare', database)
    const casa = await measureReplay('casa', database)
    console.log(`replay: bare ${JSON.stringify(bare)}\n        ours ${JSON.stringify(casa)}`)
    keep('live-replay', { ...about, bare, casa })
  }
  const [scaleResults, room, replay] = [
    stored<Omit<Measured, 'room' | 'replay'>>('live-scales'),
    stored<Measured['room']>('live-room'),
    stored<Measured['replay']>('live-replay'),
  ]
  writePage({ ...scaleResults, room, replay })
} finally {
  await database.stop()
}
