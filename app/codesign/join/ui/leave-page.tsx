import { MakeReturnCode } from './make-return-code.tsx'
import { useSpeech } from './speech.tsx'

/** Leaving, said before and after. `data-clear-device` has the page's script forget what it kept. */
export function LeavePage({ inside, hasReturnCode }: { inside: boolean; hasReturnCode: boolean }) {
  const { say, lang } = useSpeech()
  if (!inside)
    return (
      <div data-clear-device>
        <h1>{say('leave.done')}</h1>
        <div className="g-row">
          <a className="g-button g-plain" href={`/p?l=${lang}`}>
            {say('enter.label')}
          </a>
          <a className="g-button g-plain" href={`/p/torna?l=${lang}`}>
            {say('return.enter')}
          </a>
        </div>
      </div>
    )
  return (
    <>
      <h1>{say('leave.title')}</h1>
      <p className="g-lead">{say('leave.body')}</p>
      {hasReturnCode ? (
        <p>{say('leave.withCode')}</p>
      ) : (
        <div className="g-note">
          <p>{say('leave.noCode')}</p>
          <MakeReturnCode />
        </div>
      )}
      <form method="post" data-leave>
        <button type="submit" name="intent" value="device" className="g-button g-big">
          {say('leave.go')}
        </button>
        <section className="g-box">
          <p>{say('leave.everythingHint')}</p>
          <button type="submit" name="intent" value="everything" className="g-button g-plain">
            {say('leave.everything')}
          </button>
        </section>
      </form>
    </>
  )
}
