import { once } from '#app/shared/once.ts'

/** How far back the board can say "since 15:40". */
const KEEP_MS = 3 * 3_600_000
type Seen = { at: number; order: number }

/**
 * When the board saw how many had come in: in this process's memory, while boards are open, for three hours. The
 * database knows the order of joining and the day, never the minute (quality.md, participants).
 */
const seen = () => once('join-moments', () => new Map<string, Seen[]>())

/** Notes the last place in the order of joining that a board shows now. */
export function noteJoins(processId: string, lastOrder: number, now = Date.now()): void {
  const list = (seen().get(processId) ?? []).filter(({ at }) => now - at < KEEP_MS)
  if (list.at(-1)?.order !== lastOrder) list.push({ at: now, order: lastOrder })
  seen().set(processId, list)
}

/** The first place in the order of joining after this moment; undefined when no board was watching then. */
export function orderSince(processId: string, moment: number): number | undefined {
  const before = (seen().get(processId) ?? []).findLast(({ at }) => at <= moment)
  return before && before.order + 1
}
