import { dirOf } from '#app/shared/languages.ts'
import { participantLanguageNames, participantLanguages } from '../../participant-languages.ts'
import { useSpeech } from './speech.tsx'

/** The ten languages, each in its own name, leading to this page in it; in one `row` where the page has something else to say first. */
export function LanguageList({ keep = '', row = false }: { keep?: string; row?: boolean }) {
  const { lang: pageLang } = useSpeech()
  return (
    <ul className={row ? 'g-languages g-languages-row' : 'g-languages'}>
      {participantLanguages.map((lang) => (
        <li key={lang}>
          <a
            href={`?${keep}l=${lang}`}
            lang={lang}
            dir={dirOf(lang)}
            hrefLang={lang}
            aria-current={row && lang === pageLang ? 'true' : undefined}
          >
            {participantLanguageNames[lang]}
          </a>
        </li>
      ))}
    </ul>
  )
}
