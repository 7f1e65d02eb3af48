import { createContext, type ReactNode, useContext } from 'react'
import { dirOf } from '#app/shared/languages.ts'
import { type ParticipantLang, participantLanguageNames } from '../../participant-languages.ts'
import { dayIn, type Say, sayIn } from '../words.ts'

const Language = createContext<ParticipantLang>('it')

/** The language of the participant's page for what is inside. */
export function Speech({ lang, children }: { lang: ParticipantLang; children: ReactNode }) {
  return <Language.Provider value={lang}>{children}</Language.Provider>
}

/** The page's language, its words, and days in words. */
export function useSpeech(): { lang: ParticipantLang; say: Say; day: (day: string) => string } {
  const lang = useContext(Language)
  return { lang, say: sayIn(lang), day: (day) => dayIn(lang, day) }
}

/** Attributes of a text that may be in another language than the page. */
export const inLang = (lang: string, pageLang: string) => (lang === pageLang ? {} : { lang, dir: dirOf(lang) })

/** Says in which language a text is, when there is none in the reader's. */
export function OnlyIn({ lang }: { lang: string }) {
  const { lang: pageLang, say } = useSpeech()
  if (lang === pageLang) return null
  const name = (participantLanguageNames as Record<string, string>)[lang] ?? lang
  return <p className="g-small">{say('text.only', { language: name })}</p>
}
