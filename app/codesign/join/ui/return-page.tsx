import { GuestField } from './guest-field.tsx'
import { useSpeech } from './speech.tsx'

/** Coming back with the personal code. */
export function ReturnPage({ name, problem }: { name: string | undefined; problem: string | undefined }) {
  const { say } = useSpeech()
  return (
    <>
      <h1>{say('return.enter')}</h1>
      {name && (
        <p>
          <a className="g-button g-plain" href="/p/qui">
            {say('enter.continue', { name })}
          </a>
        </p>
      )}
      <form method="post">
        <GuestField
          name="codice"
          label={say('return.label')}
          hint={`${say('return.hint')} ${say('return.otherPhone')}`}
          error={problem}
          className="g-input g-code"
          dir="ltr"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
          data-from-hash
        />
        <button type="submit" className="g-button">
          {say('return.go')}
        </button>
      </form>
      <p>
        <a href="/p">{say('enter.label')}</a>
      </p>
    </>
  )
}
