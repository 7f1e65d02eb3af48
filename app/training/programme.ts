/**
 * A training programme: a course of some meetings. It is a draft until `publishedAt`, then everyone reads it.
 * While `open` and not over, people enrol; enrolled people write in the chapters that belong to it. It is never
 * deleted: a past programme keeps its sessions, take-aways and addresses.
 */
export type ProgrammeDates = { startsOn: string; endsOn: string; open: boolean }

export const phases = ['open', 'closed', 'past'] as const
export type Phase = (typeof phases)[number]

/** Where a programme stands on a day (YYYY-MM-DD in Europe/Rome). "closed": not over, and not taking enrolments. */
export function phaseOf({ endsOn, open }: ProgrammeDates, today: string): Phase {
  if (endsOn < today) return 'past'
  return open ? 'open' : 'closed'
}

/** Open programmes first (the next to start on top), then running ones, then the past, latest first. */
export function inReadingOrder<P extends ProgrammeDates>(programmes: readonly P[], today: string): P[] {
  const rank = (programme: P) => phases.indexOf(phaseOf(programme, today))
  return [...programmes].sort((a, b) => {
    const byPhase = rank(a) - rank(b)
    if (byPhase !== 0) return byPhase
    return rank(a) === phases.indexOf('past') ? b.startsOn.localeCompare(a.startsOn) : a.startsOn.localeCompare(b.startsOn)
  })
}
