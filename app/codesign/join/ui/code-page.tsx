import { type ReadCode } from '../join-code.ts'
import { GuestField } from './guest-field.tsx'
import { useSpeech } from './speech.tsx'

type CodePageProps = { typed: string; problem: (ReadCode & { ok: false })['problem'] | undefined; lost: boolean; name: string | undefined }

/** "Do you have a code?" */
export function CodePage({ typed, problem, lost, name }: CodePageProps) {
  const { say } = useSpeech()
  return (
    <>
      <h1>{say('enter.title')}</h1>
      {lost && (
        <p className="g-note" role="status">
          {say('enter.lost')}
        </p>
      )}
      {name && (
        <p>
          <a className="g-button" href="/p/qui">
            {say('enter.continue', { name })}
          </a>
        </p>
      )}
      <form method="get" action="/p">
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
        <a href="/p/torna">{say('enter.back')}</a>
      </p>
    </>
  )
}
