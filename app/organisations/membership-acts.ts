import type { MembershipRole, MembershipState } from './organisation.ts'

export const membershipActs = ['approve', 'refuse', 'make-contact', 'make-member', 'end'] as const
export type MembershipAct = (typeof membershipActs)[number]
export type MembershipChange = { state?: MembershipState; role?: MembershipRole }

/** What each act does to a membership in each state; undefined where it makes no sense. Pure. */
export function changeOf(
  act: MembershipAct,
  { state, role }: { state: MembershipState; role: MembershipRole },
): MembershipChange | undefined {
  switch (act) {
    case 'approve':
      return state === 'requested' ? { state: 'active' } : undefined
    case 'refuse':
      return state === 'requested' ? { state: 'refused' } : undefined
    case 'end':
      return state === 'active' || state === 'invited' || state === 'requested' ? { state: 'ended' } : undefined
    case 'make-contact':
      return state === 'active' && role === 'member' ? { role: 'contact' } : undefined
    case 'make-member':
      return state === 'active' && role === 'contact' ? { role: 'member' } : undefined
  }
}

/** Acts to offer whoever manages the members; a request is refused, not ended. */
export const actsFor = (membership: { state: MembershipState; role: MembershipRole }): MembershipAct[] =>
  membershipActs.filter((act) => changeOf(act, membership) && !(act === 'end' && membership.state === 'requested'))
