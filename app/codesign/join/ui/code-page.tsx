import type { ParticipantLang } from '../../participant-languages.ts'
import { type ReadCode } from '../join-code.ts'
import { GuestField } from './guest-field.tsx'
import { LanguageList } from './language-list.tsx'
import { useSpeech } from './speech.tsx'

type CodePageProps = {
  typed: string
  problem: (ReadCode & { ok: false })['problem'] | undefined
  lost: boolean
  name: string | undefined
  /** The language they chose in the address: it goes with them. */
  chosen: ParticipantLang | undefined
}

/** "Do you have a code?", in any of the languages: whoever is signed out has lost theirs too. */
export function CodePage({ typed, problem, lost, name, chosen }: CodePageProps) {
  const { say } = useSpeech()
  return (
    <>
      <h1>{say('enter.title')}</h1>
      {lost && (
        <p className="g-note" role="status">
          {say('enter.lost')}
        </p>
      )}
      <nav aria-label={say('choose.title')}>
        <LanguageList keep={lost ? 'perso=1&' : ''} row />
      </nav>
      {name && (
        <p>
          <a className="g-button" href="/p/qui">
            {say('enter.continue', { name })}
          </a>
        </p>
      )}
      <form method="get" action="/p">
        {chosen && <input type="hidden" name="l" value={chosen} />}
        <GuestField
          name="codice"
          label={say('enter.label')}
          hint={say('enter.hint')}
          error={problem && say(`enter.${problem}`)}
          defaultValue={typed}
          className="g-input g-code"
          dir="ltr"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
        />
        <button type="submit" className="g-button">
          {say('enter.go')}
        </button>
      </form>
      <p>
        <a href={chosen ? `/p/torna?l=${chosen}` : '/p/torna'}>{say('enter.back')}</a>
      </p>
    </>
  )
}
