import { useSpeech } from './speech.tsx'

/** The button that makes the personal code to come back with. */
export function MakeReturnCode() {
  const { say } = useSpeech()
  return (
    <form method="post" action="/p/qui/spazio">
      <button type="submit" name="intent" value="code" className="g-button g-plain">
        {say('return.make')}
      </button>
    </form>
  )
}
