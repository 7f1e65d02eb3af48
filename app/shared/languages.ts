/** Interface languages. Texts may be in others; interface and content language are separate things. */
export const languages = ['it', 'en', 'ar'] as const
export type Lang = (typeof languages)[number]

export const languageNames: Record<Lang, string> = { it: 'Italiano', en: 'English', ar: 'العربية' }

export const isLang = (value: unknown): value is Lang => typeof value === 'string' && (languages as readonly string[]).includes(value)

/** Writing direction of a language code. */
export const dirOf = (lang: string): 'ltr' | 'rtl' => (/^(ar|ur|fa|he)\b/.test(lang) ? 'rtl' : 'ltr')

/** Locale for dates and numbers; Arabic keeps Latin digits (docs: ui.md). */
export const localeOf: Record<Lang, string> = { it: 'it-IT', en: 'en-GB', ar: 'ar-u-nu-latn' }

/** Columns come as pairs `_it`, `_en`: picks the reader's, with the language the text is really in. */
export function pick(lang: Lang, it: string, en: string | null | undefined): { text: string; lang: 'it' | 'en' } {
  return lang !== 'it' && en ? { text: en, lang: 'en' } : { text: it, lang: 'it' }
}
