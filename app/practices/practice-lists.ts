import type { FacetName, SearchFilters } from '#search/engine.ts'
import type { PracticeType } from './practice.ts'

/** The three lists of sheets. Memoranda, pacts, projects and the event never appear among the practices. */
export const practiceLists = {
  practices: { path: '/buone-pratiche', types: ['practice'] },
  pacts: { path: '/patti', types: ['memorandum', 'pact'] },
  projects: { path: '/progetti', types: ['project', 'event'] },
} as const satisfies Record<string, { path: string; types: readonly PracticeType[] }>
export type PracticeListName = keyof typeof practiceLists

/** The list at this address, e.g. /it/patti. */
export function listAt(pathname: string): PracticeListName {
  const folder = pathname.split('/')[2]
  if (folder === 'patti') return 'pacts'
  return folder === 'progetti' ? 'projects' : 'practices'
}

/** Facets of a list; the type only where there is more than one. */
export const facetsOf = (types: readonly PracticeType[]): FacetName[] => [
  ...(types.length > 1 ? (['type'] as const) : []),
  'theme',
  'kind',
  'territory',
  'target',
  'period',
  'lang',
  'status',
]

/** Chosen types that the list holds; what the engine is asked for is these, or all of the list. */
export function typesWithin(types: readonly PracticeType[], filters: SearchFilters): { chosen: string[]; asked: string[] } {
  const chosen = (filters.type ?? []).filter((type) => (types as readonly string[]).includes(type))
  return { chosen, asked: chosen.length > 0 ? chosen : [...types] }
}
