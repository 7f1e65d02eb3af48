import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { type FacetCount, type FacetName, type SearchFilters, type TextLanguage, textLanguages } from '#search/engine.ts'
import { languageNames, type Lang } from '../languages.ts'
import type { Translate } from '../messages/translate.ts'
import { isRecordType, recordStatuses } from './record-types.ts'

/** A managed value as readers see it; territories also say their level. */
export type FacetLabel = { label: string; level?: string }
/** Known values of each facet. A value that is not in here does not exist. */
export type FacetLabels = Record<FacetName, Map<string, FacetLabel>>

/** Language texts are looked for and shown in: Italian for Italian readers, English for all others when there is any. */
export const textLanguageOf = (lang: Lang): TextLanguage => (lang === 'it' ? 'it' : 'en')

/** Names of these filter and count values, in the reader's language. Reads territories and terms in one round trip. */
export async function findFacetLabels(
  db: Db,
  t: Translate,
  lang: Lang,
  values: SearchFilters,
  counts: Partial<Record<FacetName, FacetCount[]>> = {},
): Promise<FacetLabels> {
  const wanted = (name: FacetName) => [...new Set([...(values[name] ?? []), ...(counts[name] ?? []).map((count) => count.value)])]
  const nameColumn = lang === 'ar' ? 'name_ar' : `name_${lang}`
  const ids = (['theme', 'kind', 'target'] as const).flatMap(wanted)
  const { rows } = await sql<{ id: string; label: string; level: string }>`
    select id, ${sql.ref(nameColumn)} as label, list as level from term where id = any(${ids}::text[])
    union all
    select id, ${sql.ref(`name_${textLanguageOf(lang)}`)}, level from territory where id = any(${wanted('territory')}::text[])`.execute(db)
  const named = (list: (level: string) => boolean) =>
    new Map(rows.filter((row) => list(row.level)).map(({ id, label, level }) => [id, { label, level }]))
  const fixed = (name: FacetName, label: (value: string) => string | undefined) =>
    new Map(wanted(name).flatMap((value) => (label(value) === undefined ? [] : [[value, { label: label(value) ?? '' }] as const])))
  return {
    type: fixed('type', (value) => (isRecordType(value) ? t(`shared.recordTypes.${value}`) : undefined)),
    theme: named((level) => level === 'theme'),
    kind: named((level) => level === 'kind'),
    target: named((level) => level === 'target'),
    territory: named((level) => !['theme', 'kind', 'target'].includes(level)),
    period: fixed('period', (value) => periodLabel(value, t)),
    lang: fixed('lang', (value) =>
      value === 'it' || value === 'en' ? languageNames[textLanguages.find((known) => known === value) ?? 'it'] : undefined,
    ),
    status: fixed('status', (value) => {
      const status = recordStatuses.find((known) => known === value)
      return status && t(`shared.recordStatus.${status}`)
    }),
  }
}

function periodLabel(value: string, t: Translate): string | undefined {
  if (value === 'ongoing') return t('shared.period.ongoing')
  return /^\d{4}-\d{4}$/.test(value) ? value.replace('-', '–') : undefined
}

/** Filters with values that do not exist left out: an impossible parameter is no parameter. */
export function knownFilters(filters: SearchFilters, labels: FacetLabels): SearchFilters {
  const known: SearchFilters = {}
  for (const [name, values] of Object.entries(filters) as [FacetName, string[]][]) {
    const kept = values.filter((value) => labels[name].has(value))
    if (kept.length > 0) known[name] = kept
  }
  return known
}
