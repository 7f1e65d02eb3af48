import { isLang, languageNames } from '../languages.ts'
import { useI18n } from './i18n.tsx'
import { Icon } from './icon.tsx'

/** Links to the live texts of a document, one per language that exists. `label` says what is written there. */
export function TextLinks({ documentId, langs, label }: { documentId: string; langs: readonly string[]; label: string }) {
  const { href } = useI18n()
  return (
    <ul className="plain row-wrap">
      {langs.map((lang) => (
        <li key={lang}>
          <a className="btn btn-outline-primary btn-sm" href={href(`/scrivania/testi/${documentId}.${lang}`)}>
            <Icon name="pencil" small />
            <span>
              {label}: <span lang={lang}>{isLang(lang) ? languageNames[lang] : lang}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
