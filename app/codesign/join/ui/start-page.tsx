import type { GuestProcess } from '../guest-process.queries.server.ts'
import { inLang, useSpeech } from './speech.tsx'

type StartPageProps = {
  process: GuestProcess
  number: number
  next: number
  name: string
  isBack: boolean
  isElsewhere: boolean
}

/** The notice before the first field (some 30 words: who reads, how long it stays, how to take it back; then tables and names), a name to use here, and "Start". */
export function StartPage({ process, number, next, name, isBack, isElsewhere }: StartPageProps) {
  const { say, lang } = useSpeech()
  return (
    <>
      <p className="g-over" {...inLang(process.lang, lang)}>
        {process.title}
      </p>
      <h1>{say('notice.title')}</h1>
      <div id="notice">
        <p className="g-lead">{say('notice.body', { n: process.keepMonths })}</p>
        <p>{say('notice.more')}</p>
      </div>
      <button type="button" className="g-button g-plain" hidden data-read-aloud="notice" data-stop={say('notice.stop')}>
        {say('notice.listen')}
      </button>
      {isElsewhere && <p className="g-note">{say('join.otherProcess')}</p>}
      <form method="post">
        <input type="hidden" name="lang" value={lang} />
        <input type="hidden" name="n" value={number} />
        <p className="g-named">
          {say('join.name')} <strong>{name}</strong>
        </p>
        {!isBack && (
          <p className="g-small">
            {say('join.nameHint')} <a href={`?l=${lang}&n=${next}`}>{say('join.otherName')}</a>
          </p>
        )}
        <button type="submit" className="g-button g-big">
          {say('join.start')}
        </button>
      </form>
    </>
  )
}
