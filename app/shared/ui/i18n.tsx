import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { type Lang, localeOf } from '../languages.ts'
import { pageTranslator } from '../messages/loaded.ts'
import type { Translate } from '../messages/translator-of.ts'

type I18n = {
  lang: Lang
  t: Translate
  /** A link inside the site, in the reader's language: href('/manuale') → /it/manuale. */
  href: (path: string) => string
  /** A date in words, in Europe/Rome on both sides of the wire. */
  date: (value: string | Date, style?: Intl.DateTimeFormatOptions) => string
  number: (value: number) => string
}

const Context = createContext<I18n | undefined>(undefined)

export function I18nProvider({ lang, children }: { lang: Lang; children: ReactNode }) {
  const value = useMemo<I18n>(
    () => ({
      lang,
      t: pageTranslator(lang),
      href: (path) => `/${lang}${path === '/' ? '' : path}`,
      date: (day, style = { dateStyle: 'long' }) =>
        new Intl.DateTimeFormat(localeOf[lang], { timeZone: 'Europe/Rome', ...style }).format(new Date(day)),
      number: (amount) => new Intl.NumberFormat(localeOf[lang]).format(amount),
    }),
    [lang],
  )
  return <Context.Provider value={value}>{children}</Context.Provider>
}

/** The page's language, its translate function and formats. */
export function useI18n(): I18n {
  const value = useContext(Context)
  if (!value) throw new Error('useI18n outside I18nProvider')
  return value
}
