import { type BilingualList, pickList } from '#app/shared/bilingual-list.ts'
import { languageOfContent } from '#app/shared/ui/bilingual.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { Material } from '../training-lists.ts'

/** What to read or watch: each with what it is. */
export function Materials({ materials }: { materials: BilingualList<Material> }) {
  const { t, lang } = useI18n()
  const picked = pickList(lang, materials)
  return (
    <ul>
      {picked.items.map((material) => (
        <li key={material.url}>
          <a href={material.url} {...languageOfContent(picked.lang, lang)}>
            {material.title}
          </a>{' '}
          <span className="muted">({t(`training.material.${material.kind}`)})</span>
        </li>
      ))}
    </ul>
  )
}

/** A list of plain sentences or names in the reader's language. */
export function Lines({ lines, plain }: { lines: BilingualList<string>; plain?: boolean }) {
  const { lang } = useI18n()
  const picked = pickList(lang, lines)
  return (
    <ul className={plain ? 'plain' : undefined} {...languageOfContent(picked.lang, lang)}>
      {picked.items.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
