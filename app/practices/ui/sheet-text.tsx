import type { CitedRecord } from '#app/shared/cited.server.ts'
import type { DocJson } from '#app/documents/schema/json.ts'
import { ReadingView } from '#app/documents/ui/reading-view.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { type PracticeSection, practiceSections } from '../practice.ts'

const isSection = (key: string): key is PracticeSection => practiceSections.some((known) => known === key)

/** The narrative of a sheet, each fixed part under its heading. */
export function SheetText({ content, lang, cited }: { content: DocJson; lang: string; cited: Record<string, CitedRecord> }) {
  const { t } = useI18n()
  return (
    <ReadingView
      content={content}
      lang={lang}
      resolve={(id) => cited[id]}
      sectionTitle={(key) => (isSection(key) ? t(`practices.section.${key}`) : key)}
    />
  )
}
