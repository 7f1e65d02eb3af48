import { LanguageList } from './language-list.tsx'
import { inLang, useSpeech } from './speech.tsx'

/** First of all the language: ten big names, each in itself. */
export function LanguagePage({ process }: { process: { lang: string; title: string } }) {
  const { say, lang: pageLang } = useSpeech()
  return (
    <>
      <p className="g-over" {...inLang(process.lang, pageLang)}>
        {process.title}
      </p>
      <h1>{say('choose.title')}</h1>
      <LanguageList />
    </>
  )
}
