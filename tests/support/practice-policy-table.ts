import type { Actor, Person } from '#app/shared/actor.ts'
import type { PracticeFacts } from '#app/practices/practice.policy.ts'
import { type PracticeState, practiceStates } from '#app/practices/practice.ts'

/** Who asks, in the table that proves the policy and its SQL twin. Used by tests only. */
export const askers = ['visitor', 'stranger', 'author', 'member', 'partner', 'facilitator', 'editor', 'admin'] as const
export type Asker = (typeof askers)[number]

export type Bodies = { lead: string; partner: string }

/** The person in a role; `ids` gives everybody an identity that exists where the test needs one. */
export function personAs(asker: Exclude<Asker, 'visitor'>, ids: Record<string, string>, bodies: Bodies): Person {
  const role = asker === 'editor' || asker === 'admin' || asker === 'facilitator' ? asker : 'member'
  const body = asker === 'member' ? bodies.lead : asker === 'partner' ? bodies.partner : undefined
  return {
    kind: 'person',
    id: ids[asker] ?? asker,
    name: asker,
    email: `${asker}@example.org`,
    role,
    organisations: body ? [{ id: body, role: 'member' }] : [],
    programmes: [],
  }
}

export const actorAs = (asker: Asker, ids: Record<string, string>, bodies: Bodies): Actor =>
  asker === 'visitor' ? { kind: 'visitor' } : personAs(asker, ids, bodies)

/** Who may read a sheet of each state. Everybody who is not named may not. */
export const readers: Record<PracticeState, readonly Asker[]> = {
  draft: ['author', 'member', 'editor', 'admin'],
  submitted: ['author', 'member', 'editor', 'admin'],
  'changes-requested': ['author', 'member', 'editor', 'admin'],
  accepted: ['author', 'member', 'editor', 'admin'],
  published: askers,
  'to-reconfirm': askers,
  archived: ['author', 'member', 'editor', 'admin'],
}

/** Examples are read by everybody with an account, in any state. */
export const exampleReaders: readonly Asker[] = askers.filter((asker) => asker !== 'visitor')

export const editors: Record<PracticeState, readonly Asker[]> = {
  draft: ['author', 'member', 'editor', 'admin'],
  submitted: ['editor', 'admin'],
  'changes-requested': ['author', 'member', 'editor', 'admin'],
  accepted: ['editor', 'admin'],
  published: ['editor', 'admin'],
  'to-reconfirm': ['editor', 'admin'],
  archived: [],
}

export const cases = practiceStates.flatMap((state) =>
  [false, true].flatMap((isExample) => askers.map((asker) => ({ state, isExample, asker }))),
)

export const factsFor = (state: PracticeState, isExample: boolean, authorId: string, bodies: Bodies): PracticeFacts => ({
  state,
  authorId,
  leads: [bodies.lead],
  isExample,
})
