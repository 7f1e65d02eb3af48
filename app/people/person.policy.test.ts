import { expect, it } from 'vitest'
import { type Actor, type Role, roles, visitor } from '#app/shared/actor.ts'
import type { Account, PersonState } from './person.ts'
import { canAdminister, canChangeRole, canRestore, canSuspend } from './person.policy.ts'

const actorOf = (role: Role, id = 'actor'): Actor => ({ kind: 'person', id, name: '', email: '', role, organisations: [], programmes: [] })
const accountOf = (state: PersonState, id = 'other'): Account => ({ id, role: 'member', state })
const states: PersonState[] = ['active', 'suspended', 'closed']

/** What an administrator may do to somebody else, by the state of the account. */
const table: Record<PersonState, { role: boolean; suspend: boolean; restore: boolean }> = {
  active: { role: true, suspend: true, restore: false },
  suspended: { role: true, suspend: false, restore: true },
  closed: { role: false, suspend: false, restore: false },
}

it.each(states)('lets an administrator do what the table says to an account that is %s', (state) => {
  const admin = actorOf('admin')
  const account = accountOf(state)
  expect({ role: canChangeRole(admin, account), suspend: canSuspend(admin, account), restore: canRestore(admin, account) }).toEqual(
    table[state],
  )
})

it.each(states)('lets no administrator touch their own role or state (%s)', (state) => {
  const admin = actorOf('admin', 'self')
  const own = accountOf(state, 'self')
  expect([canChangeRole(admin, own), canSuspend(admin, own), canRestore(admin, own)]).toEqual([false, false, false])
})

it.each([visitor, ...roles.filter((role) => role !== 'admin').map((role) => actorOf(role))])(
  'lets nobody else administer ($role)',
  (actor) => {
    expect(canAdminister(actor)).toBe(false)
    for (const state of states) {
      const account = accountOf(state)
      expect([canChangeRole(actor, account), canSuspend(actor, account), canRestore(actor, account)]).toEqual([false, false, false])
    }
  },
)
