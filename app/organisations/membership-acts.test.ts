import { expect, it } from 'vitest'
import { actsFor, changeOf, membershipActs } from './membership-acts.ts'
import type { MembershipRole, MembershipState } from './organisation.ts'

const table: [MembershipState, MembershipRole, string][] = [
  ['invited', 'member', 'end'],
  ['requested', 'member', 'approve refuse'],
  ['active', 'member', 'make-contact end'],
  ['active', 'contact', 'make-member end'],
  ['refused', 'member', ''],
  ['ended', 'contact', ''],
]

it.each(table)('offers for %s %s: %s', (state, role, acts) => {
  expect(actsFor({ state, role }).join(' ')).toBe(acts)
})

it('changes only what the act names', () => {
  expect(changeOf('approve', { state: 'requested', role: 'member' })).toEqual({ state: 'active' })
  expect(changeOf('make-contact', { state: 'active', role: 'member' })).toEqual({ role: 'contact' })
  expect(changeOf('end', { state: 'requested', role: 'member' })).toEqual({ state: 'ended' })
  for (const act of membershipActs) expect(changeOf(act, { state: 'refused', role: 'member' })).toBeUndefined()
})
