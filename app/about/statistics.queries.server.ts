import type { Lang } from '#app/shared/languages.ts'
import { termNamesById } from '#app/themes/term.queries.server.ts'
import type { Db } from '#db/connection.ts'
import { countByLanguage, countByProvince, countByTheme, countByType } from './catalogue-counts.queries.server.ts'
import { recordTypes, type Statistics } from './statistics.ts'

/** The public counts of this moment. */
export async function readStatistics(db: Db, lang: Lang): Promise<Statistics> {
  const [totals, languages, themes, provinces, names] = await Promise.all([
    countByType(db),
    countByLanguage(db),
    countByTheme(db),
    countByProvince(db),
    termNamesById(db, lang),
  ])
  const inLanguage = (type: string, code: string) => languages.find((row) => row.type === type && row.lang === code)?.records ?? 0
  return {
    types: recordTypes.flatMap((type) => {
      const total = totals.get(type) ?? 0
      return total === 0 ? [] : [{ type, total, it: inLanguage(type, 'it'), en: inLanguage(type, 'en') }]
    }),
    themes: themes.map(({ id, records }) => ({ id, name: names.get(id) ?? id, records })),
    provinces,
  }
}
