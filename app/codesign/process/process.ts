/**
 * A participatory process (percorso partecipativo): draft → open → closed → archived. A draft is seen by those who
 * prepare it; open and closed ones by everybody; an archived one only by editors, its address kept. "Closed" means
 * that no code lets anybody in any more: what was said and what came of it stays to be read.
 */
export const processStates = ['draft', 'open', 'closed', 'archived'] as const
export type ProcessState = (typeof processStates)[number]

/** The state of a stored row; the check of the column allows no other. */
export const stateOf = (value: string): ProcessState => processStates.find((known) => known === value) ?? 'archived'

/** What may follow what; closing may be taken back while nothing is archived. */
const next: Record<ProcessState, readonly ProcessState[]> = {
  draft: ['open'],
  open: ['closed'],
  closed: ['open', 'archived'],
  archived: ['closed'],
}

export const mayBecome = (from: ProcessState, to: ProcessState): boolean => next[from].includes(to)

export type PhaseDates = { startsOn: string | null; endsOn: string | null }
export const phaseTimes = ['past', 'now', 'ahead'] as const
export type PhaseTime = (typeof phaseTimes)[number]

/** Where a phase stands on a day (YYYY-MM-DD in Europe/Rome). Without dates it is still ahead. */
export function timeOf({ startsOn, endsOn }: PhaseDates, today: string): PhaseTime {
  if (endsOn !== null && endsOn < today) return 'past'
  return startsOn !== null && startsOn <= today ? 'now' : 'ahead'
}

/** The phase that runs on this day; of two that overlap the one that began last. */
export function phaseNow<Phase extends PhaseDates>(phases: readonly Phase[], today: string): Phase | undefined {
  return phases.findLast((phase) => timeOf(phase, today) === 'now')
}

type Listed = { state: ProcessState; startsOn: string | null }

/** Open ones first, then those being prepared, then the closed, latest first. */
export function inReadingOrder<P extends Listed>(processes: readonly P[]): P[] {
  const rank: Record<ProcessState, number> = { open: 0, draft: 1, closed: 2, archived: 3 }
  return [...processes].sort((a, b) => rank[a.state] - rank[b.state] || (b.startsOn ?? '').localeCompare(a.startsOn ?? ''))
}
