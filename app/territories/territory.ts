/** Levels of a place, from wide to narrow; countries stand beside the region. */
export const territoryLevels = ['region', 'province', 'zone', 'municipality', 'country'] as const
export type TerritoryLevel = (typeof territoryLevels)[number]

export type Territory = { id: string; level: TerritoryLevel; slug: string; name_it: string; name_en: string; sigla: string | null }
