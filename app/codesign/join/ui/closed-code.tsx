import type { JoinRefusal } from '../join-code.ts'
import { useSpeech } from './speech.tsx'

/** Why a code lets nobody in, and what to do: an old code somebody forwarded is explained kindly. */
export function ClosedCode({ reason, isBack }: { reason: JoinRefusal; isBack: boolean }) {
  const { say } = useSpeech()
  return (
    <>
      <h1>{say(`end.${reason}`)}</h1>
      <p className="g-lead">{say(`end.${reason}.what`)}</p>
      <div className="g-row">
        {isBack && (
          <a className="g-button" href="/p/qui/risposte">
            {say('nav.mine')}
          </a>
        )}
        <a className={isBack ? 'g-button g-plain' : 'g-button'} href="/p">
          {say('enter.label')}
        </a>
        <a className="g-button g-plain" href="/p/torna">
          {say('return.enter')}
        </a>
      </div>
    </>
  )
}
