/**
 * A body that takes part: municipality, association, cooperative… Created by editors or with the starting content,
 * edited by editors and by its contacts; its slug never changes.
 *
 * Membership of a person: invited (by mail) or requested → active → ended; a request may be refused, and asked again.
 * A contact (referente) speaks for the body: edits its page, invites, approves.
 */
export const organisationKinds = [
  'municipality',
  'health-society',
  'association',
  'cooperative',
  'foundation',
  'university',
  'region',
  'public-body',
  'network',
  'international',
  'company',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export const membershipRoles = ['member', 'contact'] as const
export type MembershipRole = (typeof membershipRoles)[number]
export type MembershipState = 'invited' | 'requested' | 'active' | 'refused' | 'ended'

/** The check constraint on organisation.kind allows exactly these. */
export const kindOf = (kind: string): OrganisationKind => {
  const known = organisationKinds.find((one) => one === kind)
  if (!known) throw new Error(`Unknown kind ${kind}`)
  return known
}

/** The check constraint on membership.state allows exactly these. */
export const membershipStateOf = (state: string): MembershipState => state as MembershipState
export const membershipRoleOf = (role: string): MembershipRole => (role === 'contact' ? 'contact' : 'member')

/** Last parts of addresses under /organizzazioni that are pages, not bodies. */
const reserved = new Set(['nuova', 'invito', 'proponi', 'mappa', 'edizioni', 'csv'])

/** Address of a body from its name: Italian letters without accents, digits, hyphens; never empty or a reserved word. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')
  return slug === '' || reserved.has(slug) ? `ente-${slug}`.replace(/-$/, '') : slug
}
