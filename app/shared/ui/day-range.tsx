import { useI18n } from './i18n.tsx'

/**
 * An Italian date after its article: `dal 4 maggio`, `dall’8 giugno`, `al 1º luglio`. Eight and eleven begin with a
 * vowel, and the first of a month is an ordinal.
 */
export function italianDay(article: 'Dal' | 'al', words: string): string {
  if (/^(8|11)\b/.test(words)) return `${article}l’${words}`
  return `${article} ${words.replace(/^1\b/, '1º')}`
}

/** From a day to a day, in words; a side that is not known is left out, and nothing is said when neither is. */
export function DayRange({ from, to }: { from: string | null; to: string | null }) {
  const { t, lang, date } = useI18n()
  const day = (article: 'Dal' | 'al', when: string) => (lang === 'it' ? italianDay(article, date(when)) : date(when))
  if (from && to) return <span>{t('shared.days.between', { from: day('Dal', from), to: day('al', to) })}</span>
  if (from) return <span>{t('shared.days.from', { from: day('Dal', from) })}</span>
  return to && <span>{t('shared.days.until', { to: day('al', to) })}</span>
}
