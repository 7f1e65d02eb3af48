import { dirOf, type Lang, pick } from '../languages.ts'
import { useI18n } from './i18n.tsx'

/** `lang` and `dir` for content whose language is not the page's; nothing when they agree. */
export const languageOfContent = (content: string, page: Lang): { lang?: string; dir?: 'ltr' | 'rtl' } =>
  content === page ? {} : { lang: content, dir: dirOf(content) }

/**
 * A text kept as a pair of columns: the reader's, marked with its own language where that is not the
 * page's; as a `block` it also starts at its own side.
 */
export function Bilingual({ it, en, block }: { it: string; en: string | null; block?: boolean }) {
  const { lang } = useI18n()
  const picked = pick(lang, it, en)
  if (picked.lang === lang) return picked.text
  return (
    <span className={block ? 'd-block' : undefined} {...languageOfContent(picked.lang, lang)}>
      {picked.text}
    </span>
  )
}
