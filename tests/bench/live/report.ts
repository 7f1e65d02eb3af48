import type { LoadResult } from './load.ts'
import type { ReplayCase } from './measure.ts'
import { latencyTargets, nameOf, replayTargets, type Scale } from './targets.ts'
import { median, round } from './numbers.ts'

export type Pair = { bare: LoadResult; casa: LoadResult }
export type Measured = {
  measured: string
  node: string
  cpus: number
  load: number[]
  seconds: number
  scales: { scale: Scale; rounds: Pair[] }[]
  withCarets?: { scale: Scale; rounds: Pair[] }
  room: { connections: number; writers: number; rate: number; result: LoadResult }
  replay: { bare: ReplayCase; casa: ReplayCase }
}

const mark = (good: boolean): string => (good ? '✓' : '✗')
const of = (rounds: readonly Pair[], value: (pair: Pair) => number): number => median(rounds.map(value))

function scaleRow({ scale, rounds }: Measured['scales'][number]): string {
  const ratio = round(
    of(rounds, ({ bare, casa }) => casa.microsecondsPerDelivery / bare.microsecondsPerDelivery),
    2,
  )
  const above = round(
    of(rounds, ({ bare, casa }) => casa.seenMs.p50 - bare.seenMs.p50),
    1,
  )
  const seen = round(
    of(rounds, ({ casa }) => casa.seenMs.p99),
    1,
  )
  const ack = round(
    of(rounds, ({ casa }) => casa.ackMs.p99),
    1,
  )
  const cells = [
    nameOf(scale),
    round(
      of(rounds, ({ bare }) => bare.microsecondsPerDelivery),
      1,
    ),
    round(
      of(rounds, ({ casa }) => casa.microsecondsPerDelivery),
      1,
    ),
    `${ratio} (≤ ${scale.cpuRatio}) ${mark(ratio <= scale.cpuRatio)}`,
    round(
      of(rounds, ({ casa }) => casa.databaseMicrosecondsPerDelivery),
      1,
    ),
    scale.seenAboveMs === undefined ? `+${above}` : `+${above} (≤ ${scale.seenAboveMs}) ${mark(above <= scale.seenAboveMs)}`,
    `${seen} (≤ ${latencyTargets.seenP99Ms}) ${mark(seen <= latencyTargets.seenP99Ms)}`,
    `${ack} (≤ ${latencyTargets.ackP99Ms}) ${mark(ack <= latencyTargets.ackP99Ms)}`,
    rounds.reduce((sum, { casa }) => sum + casa.missing + casa.gaps + casa.lostInText + casa.refused, 0),
  ]
  return `| ${cells.join(' | ')} |`
}

const scaleHead = `| texts × writers | bare µs CPU per delivery | ours | ratio (target) | database µs | seen p50 above bare, ms | seen p99 ms | acknowledged p99 ms | missing or lost |
|---|---|---|---|---|---|---|---|---|`

function replayRows({ bare, casa }: Measured['replay']): string {
  const rows = [
    ['edits per second', bare.editsPerSecond, casa.editsPerSecond, casa.editsPerSecond / bare.editsPerSecond, replayTargets.editsPerSecond],
    ['opening it cold, ms', bare.coldOpenMs, casa.coldOpenMs, casa.coldOpenMs / bare.coldOpenMs, -replayTargets.coldOpen],
    ['stored bytes', bare.storedBytes, casa.storedBytes, casa.storedBytes / bare.storedBytes, -replayTargets.storedBytes],
  ] as const
  return rows
    .map(([what, one, other, ratio, target]) => {
      const good = target > 0 ? ratio >= target : ratio <= -target
      return `| ${what} | ${one} | ${other} | ${round(ratio, 2)} (${target > 0 ? '≥' : '≤'} ${Math.abs(target)}) ${mark(good)} |`
    })
    .join('\n')
}

/** The tables of docs/live-documents.md, between its two marks. */
export function tables(measured: Measured): string {
  const { room, replay, withCarets } = measured
  const roomLine = `${room.writers} writers and ${room.connections - room.writers} readers in one text at ${room.rate} edits/s each: server ${round(room.result.serverCpuShare, 2)} of a core, ${room.result.deliveriesPerSecond} deliveries/s, ${Math.round(room.result.keptUp * 100)} % delivered by the time the writing stopped, seen p50 ${room.result.seenMs.p50} ms, p99 ${room.result.seenMs.p99} ms, acknowledged p99 ${room.result.ackMs.p99} ms, ${room.result.missing + room.result.lostInText} missing or lost, ${room.result.closedEarly} connections lost.`
  return `Measured ${measured.measured.slice(0, 16).replace('T', ' ')} UTC, Node ${measured.node}, ${measured.cpus} cores, load average at the start ${measured.load.map((one) => round(one, 1)).join(' / ')}; ${measured.seconds} s a run after 10 s of warm-up, middle of ${measured.scales[0]?.rounds.length ?? 0} rounds.

${scaleHead}
${measured.scales.map(scaleRow).join('\n')}
${withCarets ? `\nThe same with a caret sent beside every edit:\n\n${scaleHead}\n${scaleRow(withCarets)}\n` : ''}
${roomLine}

Replay of the public trace (${replay.casa.edits} keystrokes, one connection, ${replay.casa.complete && replay.bare.complete ? 'text complete in both' : 'TEXT INCOMPLETE'}, ${replay.casa.refused} refused):

| | bare | ours | ratio (target) |
|---|---|---|---|
${replayRows(replay)}

Opening it from the database, with nothing in memory: ${replay.casa.fromDiskMs} ms.`
}
