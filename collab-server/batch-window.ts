import { performance } from 'node:perf_hooks'

/** Longest time a change may wait for company, in milliseconds. */
const widest = 25
/** How long it may wait by the number of connections it goes to: nobody notices 6 ms, a full room needs few large frames. */
const byConnections = [
  { connections: 0, ms: 0 },
  { connections: 20, ms: 4 },
  { connections: 50, ms: 6 },
  { connections: 100, ms: 17 },
  { connections: 160, ms: widest },
] as const
/** Share of time the process is busy: below the first nothing waits on its account, above the second as long as may be. */
const busy = { from: 0.25, to: 0.75 } as const
const measureEveryMs = 250

/** Straight lines between the points of the table. */
function forConnections(connections: number): number {
  for (let index = 1; index < byConnections.length; index++) {
    const [low, high] = [byConnections[index - 1]!, byConnections[index]!]
    if (connections <= high.connections)
      return low.ms + ((high.ms - low.ms) * (connections - low.connections)) / (high.connections - low.connections)
  }
  return widest
}

/**
 * The time between the starts of two batches: 0 when nobody else is there, up to 25 ms under pressure. Pressure is a
 * change that goes to many, or a process that is busy anyway. A change that comes after a pause never waits.
 */
export function batchWindow(connections: number, load: number): number {
  const share = Math.min(1, Math.max(0, (load - busy.from) / (busy.to - busy.from)))
  return Math.max(forConnections(connections), widest * share)
}

/** Share of the last quarter second in which this process had something to do. */
export class Load {
  private last = performance.eventLoopUtilization()
  private at = performance.now()
  private share = 0

  get now(): number {
    const now = performance.now()
    if (now - this.at < measureEveryMs) return this.share
    const current = performance.eventLoopUtilization()
    this.share = performance.eventLoopUtilization(current, this.last).utilization
    this.last = current
    this.at = now
    return this.share
  }
}
