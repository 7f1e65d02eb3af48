import { expect, it } from 'vitest'
import { type Actor, type Person, type Role, visitor } from '#app/shared/actor.ts'
import type { MembershipState } from './organisation.ts'
import { canAskToJoin, canCreateOrganisation, canEditOrganisation, canManageMembers, canSeeMembers } from './organisation.policy.ts'

const person = (role: Role, organisations: Person['organisations'] = []): Actor => ({
  kind: 'person',
  id: 'p',
  name: '',
  email: '',
  role,
  organisations,
  programmes: [],
})
const body = { id: 'body' }

const table: [string, Actor, { create: boolean; edit: boolean; see: boolean }][] = [
  ['a visitor', visitor, { create: false, edit: false, see: false }],
  ['a person from outside', person('member'), { create: false, edit: false, see: false }],
  ['a member of the body', person('member', [{ id: 'body', role: 'member' }]), { create: false, edit: false, see: true }],
  ['a contact of the body', person('member', [{ id: 'body', role: 'contact' }]), { create: false, edit: true, see: true }],
  ['a contact of another body', person('member', [{ id: 'other', role: 'contact' }]), { create: false, edit: false, see: false }],
  ['a facilitator', person('facilitator'), { create: false, edit: false, see: false }],
  ['an editor', person('editor'), { create: true, edit: true, see: true }],
  ['an administrator', person('admin'), { create: true, edit: true, see: true }],
]

it.each(table)('lets %s do what the table says', (_, actor, may) => {
  expect(canCreateOrganisation(actor)).toBe(may.create)
  expect(canEditOrganisation(actor, body)).toBe(may.edit)
  expect(canManageMembers(actor, body)).toBe(may.edit)
  expect(canSeeMembers(actor, body)).toBe(may.see)
})

it.each<[MembershipState | undefined, boolean]>([
  [undefined, true],
  ['invited', true],
  ['refused', true],
  ['ended', true],
  ['requested', false],
  ['active', false],
])('with a membership %s asking to join is %s', (state, allowed) => {
  expect(canAskToJoin(person('member'), state)).toBe(allowed)
  expect(canAskToJoin(visitor, state)).toBe(false)
})
