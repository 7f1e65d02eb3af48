/**
 * A search somebody keeps. Its life: saved from a result page → told of what is new, daily or weekly by mail, or read
 * as a feed only → paused and taken up again → deleted, or gone with the account. Only public records are ever told.
 */
export const frequencies = ['daily', 'weekly', 'feed'] as const
export type Frequency = (typeof frequencies)[number]

/** What the desk says after a change of saved searches. */
export const savedNotices = ['saved', 'changed', 'deleted', 'already-saved', 'too-many', 'nothing-asked'] as const
export type SavedNotice = (typeof savedNotices)[number]

/** More than anybody reads; keeps a person's mail and the job small. */
export const MOST_SAVED = 50

const DAY_MS = 86_400_000

/** Start of the day, or of the week (Monday), in UTC. */
function startOf(span: 'day' | 'week', now: Date): number {
  const day = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate())
  return span === 'day' ? day : day - ((now.getUTCDay() + 6) % 7) * DAY_MS
}

/** Whether it is time to look again: once a day, or once from Monday on, however late the job runs. */
export function isDue({ frequency, checkedAt, paused }: { frequency: Frequency; checkedAt: Date; paused: boolean }, now: Date): boolean {
  if (paused || frequency === 'feed') return false
  return checkedAt.getTime() < startOf(frequency === 'daily' ? 'day' : 'week', now)
}

/**
 * From when on a record counts as new. The index may come a little late, so that a day is looked at twice (what was told
 * already is kept apart); never before the search was saved or taken up again.
 */
export function newSince({ startedAt, checkedAt }: { startedAt: Date; checkedAt: Date }): Date {
  return new Date(Math.max(startedAt.getTime(), checkedAt.getTime() - DAY_MS))
}
