/** The speed table for live documents, as ratios to bare Hocuspocus in the same run (or milliseconds above it). */
export type Scale = {
  texts: number
  writers: number
  /** Edits per second of each writer. */
  rate: number
  /** Server CPU per delivery: at most this share of bare's. */
  cpuRatio: number
  /** Edit → seen, middle value: at most this many ms above bare's. */
  seenAboveMs?: number
}

export const scales: readonly Scale[] = [
  { texts: 1, writers: 20, rate: 5, cpuRatio: 1, seenAboveMs: 2 },
  { texts: 1, writers: 50, rate: 3, cpuRatio: 0.9, seenAboveMs: 2 },
  { texts: 1, writers: 100, rate: 3, cpuRatio: 0.5, seenAboveMs: 10 },
  { texts: 1, writers: 200, rate: 2, cpuRatio: 0.3 },
  { texts: 1, writers: 300, rate: 1, cpuRatio: 0.25, seenAboveMs: 20 },
  { texts: 50, writers: 4, rate: 3, cpuRatio: 1.2 },
  { texts: 200, writers: 2, rate: 3, cpuRatio: 1.2 },
]

/** Everywhere. */
export const latencyTargets = { seenP99Ms: 40, ackP99Ms: 40 }

/** One text with a full room, one core. */
export const fullRoom = { connections: 1_000, writers: 500, rate: 2 }

export const replayTargets = { editsPerSecond: 1.8, coldOpen: 1, storedBytes: 0.25 }

export const nameOf = ({ texts, writers, rate }: Pick<Scale, 'texts' | 'writers' | 'rate'>): string => `${texts} × ${writers} at ${rate}/s`
