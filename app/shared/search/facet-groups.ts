import type { FacetCount, FacetName, SearchFilters } from '#search/engine.ts'

export type FacetOption = { value: string; label: string; count: number; chosen: boolean }
/** One facet as shown; territories come in parts, one per level. */
export type FacetGroup = { name: FacetName; chosen: number; parts: { level: string; options: FacetOption[] }[] }

type Labels = Record<FacetName, ReadonlyMap<string, { label: string; level?: string }>>

const levels = ['region', 'province', 'zone', 'municipality', 'country']

/** Facets with counts and names, ready to show. Chosen values stay even when nothing is left under them; empty facets go. */
export function facetGroups(
  names: readonly FacetName[],
  facets: Partial<Record<FacetName, FacetCount[]>>,
  filters: SearchFilters,
  labels: Labels,
): FacetGroup[] {
  return names.flatMap((name) => {
    const chosen = filters[name] ?? []
    const counts = new Map((facets[name] ?? []).map(({ value, count }) => [value, count]))
    const options = [...new Set([...counts.keys(), ...chosen])].flatMap((value) => {
      const known = labels[name].get(value)
      return known
        ? [{ value, label: known.label, level: known.level ?? '', count: counts.get(value) ?? 0, chosen: chosen.includes(value) }]
        : []
    })
    if (options.length === 0 || (options.length === 1 && chosen.length === 0 && name !== 'territory')) return []
    const parts = name === 'territory' ? levels : ['']
    return [{ name, chosen: chosen.length, parts: parts.flatMap((level) => partOf(name, level, options)) }]
  })
}

function partOf(name: FacetName, level: string, options: (FacetOption & { level: string })[]) {
  const own = options.filter((option) => name !== 'territory' || option.level === level)
  if (own.length === 0) return []
  const byCount = (a: FacetOption, b: FacetOption) => b.count - a.count || a.label.localeCompare(b.label)
  const byPeriod = (a: FacetOption, b: FacetOption) => (a.value < b.value ? 1 : -1)
  return [
    {
      level,
      options: own.sort(name === 'period' ? byPeriod : byCount).map(({ value, label, count, chosen }) => ({ value, label, count, chosen })),
    },
  ]
}

/** Chosen values in the order of the facets, for the chips. */
export const chosenValues = (groups: readonly FacetGroup[]): { name: FacetName; value: string; label: string }[] =>
  groups.flatMap(({ name, parts }) =>
    parts.flatMap(({ options }) => options.filter((option) => option.chosen).map(({ value, label }) => ({ name, value, label }))),
  )
