import { pick } from '#app/shared/languages.ts'
import { languageOfContent } from '#app/shared/ui/bilingual.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'

type Linked = { slug: string; number: number; title_it: string; title_en: string }

/** A link to a chapter by its number and title. */
export function ChapterLink({ chapter }: { chapter: Linked }) {
  const { lang, href } = useI18n()
  const title = pick(lang, chapter.title_it, chapter.title_en)
  return (
    <a href={href(`/manuale/${chapter.slug}`)} {...languageOfContent(title.lang, lang)}>
      {chapter.number}. {title.text}
    </a>
  )
}
