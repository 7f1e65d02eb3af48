import { expect, it } from 'vitest'
import type { Actor, Person } from '#app/shared/actor.ts'
import { canCreateProcess, canFacilitate, canFollow, canPublishProcess, canReadProcess, type ProcessFacts } from './process.policy.ts'
import { processStates } from './process.ts'

const person = (role: Person['role'], more: Partial<Person> = {}): Person => ({
  kind: 'person',
  id: role,
  name: role,
  email: `${role}@example.org`,
  role,
  organisations: [],
  programmes: [],
  ...more,
})

const actors: Record<string, Actor> = {
  visitor: { kind: 'visitor' },
  participant: { kind: 'participant', id: 'p', name: 'Airone blu', processId: 'here', tableId: undefined },
  member: person('member'),
  'promoter’s member': person('member', { organisations: [{ id: 'promoter', role: 'member' }] }),
  'promoter’s contact': person('member', { organisations: [{ id: 'promoter', role: 'contact' }] }),
  'other facilitator': person('facilitator'),
  'own facilitator': person('member', { id: 'own' }),
  editor: person('editor'),
  admin: person('admin'),
}
const staff = ['own facilitator', 'editor', 'admin']
const facts = (state: ProcessFacts['state']): ProcessFacts => ({ state, promoterId: 'promoter', facilitatorIds: ['own'] })
const who = (may: (actor: Actor) => boolean) => Object.keys(actors).filter((name) => may(actors[name]!))

it.each([
  ['open', Object.keys(actors)],
  ['closed', Object.keys(actors)],
  ['draft', ['promoter’s contact', ...staff]],
  ['archived', ['editor', 'admin']],
] as const)('a process in state %s is read by these', (state, readers) => {
  expect(who((actor) => canReadProcess(actor, facts(state)))).toEqual(readers)
})

it.each(processStates)('in state %s it is run by its facilitators and by editors, and followed by the promoter’s contacts', (state) => {
  expect(who((actor) => canFacilitate(actor, facts(state)))).toEqual(staff)
  expect(who((actor) => canFollow(actor, facts(state)))).toEqual(['promoter’s contact', ...staff])
})

it('facilitators begin processes, editors publish them', () => {
  expect(who(canCreateProcess)).toEqual(['other facilitator', 'editor', 'admin'])
  expect(who(canPublishProcess)).toEqual(['editor', 'admin'])
})

it('a process without a promoter has no contacts', () => {
  const nobody = { ...facts('draft'), promoterId: null }
  expect(who((actor) => canFollow(actor, nobody))).toEqual(staff)
})
