import { languageOfContent } from '#app/shared/ui/bilingual.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { Target } from '../board-page.server.ts'

/** The live text that cards or a table's text go into. */
export function TargetSelect({ targets }: { targets: readonly Target[] }) {
  const { t, lang: pageLang } = useI18n()
  return (
    <label className="d-block">
      {t('codesign.board.place.where')}
      <select className="form-select" name="target">
        {targets.map(({ name, title, lang }) => (
          <option key={name} value={name} {...languageOfContent(lang, pageLang)}>
            {title} ({lang})
          </option>
        ))}
      </select>
    </label>
  )
}
