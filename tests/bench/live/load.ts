import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { fragmentName } from '#app/documents/log/fragment-name.ts'
import { LiteClient, type LiteOptions, seedState } from '../../support/collab/lite-client.ts'
import { eachMark } from '../../support/collab/marks.ts'
import { Ledger } from './ledger.ts'
import { round, sleep, summary, type Summary } from './numbers.ts'
import { familyCpu, machineBusy, processStat } from './process-stat.ts'
import { schemaVersion } from '#app/documents/schema/definitions.ts'

export type LoadOptions = {
  url: string
  headers: Record<string, string>
  names: string[]
  /** Connections to each text, and how many of them write. */
  connections: number
  writers: number
  /** Edits per second of each writer. */
  rate: number
  seconds: number
  carets: boolean
  serverPid: number
  databasePid?: number
}

export type LoadResult = {
  edits: number
  deliveries: number
  deliveriesPerSecond: number
  /** Share delivered by the moment the writing stopped. */
  keptUp: number
  seenMs: Summary
  ackMs: Summary
  serverCpuShare: number
  microsecondsPerDelivery: number
  databaseMicrosecondsPerDelivery: number
  rssMiB: number
  missing: number
  gaps: number
  refused: number
  lostInText: number
  closedEarly: number
  framesPerClientPerSecond: number
  generatorCpuShare: number
  generatorLagMs: Summary
  othersCpuShare: number
}

/** Not counted: what a process pays once, above all compiling what it does often. A server runs for weeks. */
const warmUpMs = 10_000
const drainMs = 20_000

/** Writers type on schedule whether or not the server keeps up (an open loop); everything sent must arrive everywhere. */
export async function load(options: LoadOptions): Promise<LoadResult> {
  const ledger = new Ledger(options.names.length, options.connections)
  const closed = { early: 0, stopping: false }
  const clients = await connect(options, ledger, closed)
  await sleep(300)
  const from = performance.now()
  ledger.measureFrom = from + warmUpMs
  const until = ledger.measureFrom + options.seconds * 1_000
  const warm = sleep(warmUpMs).then(() => ({
    ...cpuOf(options),
    busy: machineBusy(),
    own: process.cpuUsage(),
    frames: sum(clients, (one) => one.framesIn),
    delivered: ledger.delivered,
    at: performance.now(),
  }))
  const lags = await write(
    clients.filter((one) => one.options.writer < options.writers),
    { from, until, rate: options.rate, measureFrom: ledger.measureFrom },
  )
  const start = await warm
  const wall = (performance.now() - start.at) / 1_000
  const stop = { ...cpuOf(options), busy: machineBusy(), own: process.cpuUsage(start.own), frames: sum(clients, (one) => one.framesIn) }
  const inTime = ledger.delivered
  const { deliveries } = ledger
  const deadline = performance.now() + drainMs
  while ((ledger.missing > 0 || clients.some((one) => one.unacknowledged > 0)) && performance.now() < deadline) await sleep(20)
  const end = cpuOf(options)
  closed.stopping = true
  for (const client of clients) if (client.options.writer === options.connections - 1) client.destroy() // makes room for one who looks
  const lostInText = await lostMarks(options, ledger)
  for (const client of clients) client.destroy()
  const own = (stop.own.user + stop.own.system) / 1e6 / wall
  const perDelivery = (seconds: number) => round((seconds * 1e6) / (deliveries - ledger.missing - start.delivered))
  const share = (stop.server - start.server) / wall
  return {
    edits: ledger.edits,
    deliveries,
    deliveriesPerSecond: Math.round((inTime - start.delivered) / wall),
    keptUp: round(inTime / deliveries),
    seenMs: summary(ledger.latencies),
    ackMs: summary(ledger.acknowledgements),
    serverCpuShare: round(share),
    microsecondsPerDelivery: perDelivery(end.server - start.server),
    databaseMicrosecondsPerDelivery: perDelivery(end.database - start.database),
    rssMiB: Math.round(processStat(options.serverPid).rssMiB),
    missing: ledger.missing,
    gaps: ledger.gaps,
    refused: ledger.refused,
    lostInText,
    closedEarly: closed.early,
    framesPerClientPerSecond: round((stop.frames - start.frames) / clients.length / wall, 1),
    generatorCpuShare: round(own),
    generatorLagMs: summary(lags),
    othersCpuShare: round((stop.busy - start.busy) / wall - own - share - (stop.database - start.database) / wall),
  }
}

const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((total, one) => total + of(one), 0)
const cpuOf = ({ serverPid, databasePid }: LoadOptions) => ({ server: processStat(serverPid).cpu, database: familyCpu(databasePid) })

/** The first client of each text writes a paragraph for everybody, then the others come. */
async function connect(options: LoadOptions, ledger: Ledger, closed: { early: number; stopping: boolean }): Promise<LiteClient[]> {
  const { url, headers, names, carets, connections } = options
  const seed = seedState(connections)
  const clients: LiteClient[] = []
  const open = async (text: number, writer: number): Promise<LiteClient> => {
    const given: LiteOptions = { url, headers, name: names[text]!, writer, carets }
    const client = new LiteClient(given, { ...ledger.handlers(text), onClose: () => void (closed.stopping || closed.early++) })
    ledger.add(client, text)
    clients.push(client)
    return client.ready
  }
  for (const text of names.keys()) {
    const first = await open(text, 0)
    first.seed(seed)
    while (first.unacknowledged > 0) await sleep(2)
  }
  const jobs = names.flatMap((_, text) => Array.from({ length: connections - 1 }, (__, index) => () => open(text, index + 1)))
  await Promise.all(
    Array.from({ length: 25 }, async () => {
      for (let job = jobs.pop(); job; job = jobs.pop()) await job()
    }),
  )
  for (const client of clients) if (!client.paragraph) throw new Error(`writer ${client.options.writer} has no paragraph`)
  return clients
}

type Schedule = { from: number; until: number; measureFrom: number; rate: number }

/** Each writer has its own phase; returns by how many milliseconds edits went out late. */
function write(clients: readonly LiteClient[], { from, until, measureFrom, rate }: Schedule): Promise<number[]> {
  const period = 1_000 / rate
  const ring = clients.map((client) => ({ client, number: 0, at: from + Math.random() * period })).sort((one, other) => one.at - other.at)
  const lags: number[] = []
  return new Promise((resolve) => {
    let index = 0
    const tick = () => {
      if (performance.now() >= until) return resolve(lags)
      for (let burst = 0; burst < 64 && ring[index]!.at <= performance.now(); burst++) {
        const entry = ring[index]!
        if (entry.at >= measureFrom) lags.push(performance.now() - entry.at)
        if (!entry.client.dead) entry.client.edit(entry.number++)
        entry.at += period
        index = (index + 1) % ring.length
      }
      const wait = ring[index]!.at - performance.now()
      if (wait > 1.5) setTimeout(tick, wait - 0.5)
      else setImmediate(tick)
    }
    tick()
  })
}

/** Opens texts afresh with the real provider and counts edits that are not in them. */
async function lostMarks({ url, headers, names }: LoadOptions, ledger: Ledger): Promise<number> {
  let lost = 0
  const step = Math.max(1, Math.ceil(names.length / 10))
  for (let text = 0; text < names.length; text += step) {
    const { doc, close } = await coldOpen(url, headers, names[text]!)
    const counts = new Int32Array(ledger.sent[text]!.length)
    eachMark(
      Buffer.from(doc.getXmlFragment(fragmentName).toJSON()),
      (writer, number) => void (counts[writer] === number && counts[writer]++),
    )
    ledger.sent[text]!.forEach((sent, writer) => (lost += sent - counts[writer]!))
    close()
  }
  return lost
}

/** Opens a text with nothing cached, as a browser would; `ms` until all of it is there. */
export function coldOpen(
  url: string,
  headers: Record<string, string>,
  name: string,
): Promise<{ ms: number; doc: Y.Doc; close: () => void }> {
  class Socket extends WebSocket {
    constructor(address: string) {
      super(address, { headers, perMessageDeflate: false })
    }
  }
  const doc = new Y.Doc()
  const from = performance.now()
  const websocketProvider = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: Socket })
  return new Promise((resolve, reject) => {
    const close = () => {
      provider.destroy()
      websocketProvider.destroy()
    }
    const provider = new HocuspocusProvider({
      websocketProvider,
      name,
      document: doc,
      token: `schema:${schemaVersion}`,
      onSynced: () => resolve({ ms: performance.now() - from, doc, close }),
      onAuthenticationFailed: ({ reason }) => reject(new Error(reason)),
    })
    provider.attach()
  })
}
