import { useSpeech } from './speech.tsx'

/** The personal code, seen this once: to write down, print or photograph. */
export function ReturnCodePage({ code, qr }: { code: string; qr: string }) {
  const { say } = useSpeech()
  return (
    <>
      <h1>{say('return.title')}</h1>
      <p className="g-note" role="status">
        {say('return.once')}
      </p>
      <p className="g-personal" dir="ltr" translate="no">
        {code}
      </p>
      <img className="g-qr" src={qr} alt={say('return.qr')} width={224} height={224} />
      <p>{say('return.why')}</p>
      <div className="g-row">
        <button type="button" className="g-button g-plain" hidden data-print>
          {say('return.print')}
        </button>
        <a className="g-button" href="/p/qui">
          {say('card.next')}
        </a>
      </div>
    </>
  )
}
