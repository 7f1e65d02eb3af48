import type { Here } from '../../join/participant-session.server.ts'
import { MakeReturnCode } from '../../join/ui/make-return-code.tsx'
import { inLang, useSpeech } from '../../join/ui/speech.tsx'
import type { Card } from '../prompt.queries.server.ts'

type GuestHomeProps = {
  process: { lang: string; title: string }
  name: string
  ended: Here['ended']
  hasReturnCode: boolean
  cards: Card[]
  /** Changes when questions open or close, or the code ends: the page's script compares it. */
  state: string
}

/** The participant's first page: questions with what is answered, and the way to their own words. */
export function GuestHome({ process, name, ended, hasReturnCode, cards, state }: GuestHomeProps) {
  const { say, lang } = useSpeech()
  const waiting = cards.filter(({ answers }) => answers.length === 0)
  return (
    <>
      <p className="g-over" {...inLang(process.lang, lang)}>
        {process.title}
      </p>
      <h1 data-state={state}>{say('home.hello', { name })}</h1>
      {ended ? (
        <div className="g-note" role="status" data-code-ended>
          <h2>{say(`end.${ended}`)}</h2>
          <p>{say(`end.${ended}.what`)}</p>
          <p>
            {say('end.readStill')} <a href="/p/qui/risposte">{say('nav.mine')}</a>
          </p>
        </div>
      ) : (
        <Questions cards={cards} waiting={waiting} />
      )}
      {!hasReturnCode && (
        <section className="g-box">
          <h2>{say('return.title')}</h2>
          <p>{say('return.why')}</p>
          <MakeReturnCode />
        </section>
      )}
    </>
  )
}

function Questions({ cards, waiting }: { cards: Card[]; waiting: Card[] }) {
  const { say, lang } = useSpeech()
  return (
    <>
      {cards.length > 0 && (
        <>
          <h2>{say('home.questions')}</h2>
          <ol className="g-list">
            {cards.map((card) => (
              <li key={card.id}>
                <a href={`/p/qui/domande/${card.id}`} {...inLang(card.text.lang, lang)}>
                  {card.text.question}
                </a>
                {card.answers.length > 0 && <span className="g-done">✓ {say('home.answered')}</span>}
              </li>
            ))}
          </ol>
        </>
      )}
      {waiting[0] && (
        <p>
          <a className="g-button g-big" href={`/p/qui/domande/${waiting[0].id}`}>
            {say('home.answer')}
          </a>
        </p>
      )}
      {waiting.length === 0 && (
        <div className="g-note">
          <p>{cards.length === 0 ? say('home.noQuestions') : say('home.done')}</p>
          <p>
            <a href="/p/qui">{say('home.reload')}</a>
          </p>
        </div>
      )}
    </>
  )
}
