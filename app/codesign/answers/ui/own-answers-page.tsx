import { inLang, OnlyIn, useSpeech } from '../../join/ui/speech.tsx'
import type { OwnAnswer } from '../own-answers.queries.server.ts'

type Passage = { lang: string; text: string; title: string | undefined; href: string | undefined }
type Shown = OwnAnswer & { passages: Passage[] }

/** Everything one said: change it, take it back, read what became of it, and say whether it may be quoted. */
export function OwnAnswersPage({ answers, name, problem }: { answers: Shown[]; name: string; problem: string | undefined }) {
  const { say } = useSpeech()
  return (
    <>
      <h1>{say('mine.title')}</h1>
      {problem && (
        <p className="g-error" role="alert">
          {problem}
        </p>
      )}
      {answers.length === 0 && (
        <p>
          {say('mine.none')} <a href="/p/qui">{say('home.questions')}</a>
        </p>
      )}
      {answers.map((answer) => (
        <article key={answer.id} className="g-box" id={`r-${answer.id}`} aria-labelledby={`q-${answer.id}`}>
          <Words answer={answer} />
          {answer.state !== 'withdrawn' && <Outcome answer={answer} />}
          {answer.state !== 'withdrawn' && answer.body !== '' && <Quote answer={answer} name={name} />}
          <Actions answer={answer} />
        </article>
      ))}
    </>
  )
}

function Words({ answer }: { answer: Shown }) {
  const { say, lang } = useSpeech()
  const { question, choice, body, state, translations } = answer
  const chosen = choice === null ? undefined : question?.choices[choice]
  return (
    <>
      <h2 className="g-question" id={`q-${answer.id}`} {...(question && inLang(question.lang, lang))}>
        {question?.question ?? say('mine.title')}
      </h2>
      {chosen && (
        <p className="g-words" {...(question && inLang(question.lang, lang))}>
          {chosen}
        </p>
      )}
      {body && (
        <p className="g-words" dir="auto" lang={answer.lang}>
          {body}
        </p>
      )}
      {answer.hasVoice && <p className="g-words">{say('mine.voice')}</p>}
      {state === 'held' && <p className="g-small">{say('state.held')}</p>}
      {state === 'hidden' && <p className="g-small">{say('state.hidden')}</p>}
      {state === 'withdrawn' && <p className="g-note">{say('mine.withdrawn')}</p>}
      {translations.length > 0 && state !== 'withdrawn' && (
        <details className="g-original">
          <summary>{say('mine.translation')}</summary>
          {translations.map((one) => (
            <p key={one.lang} {...inLang(one.lang, lang)}>
              {one.body}
            </p>
          ))}
        </details>
      )}
    </>
  )
}

function Outcome({ answer: { outcome, passages } }: { answer: Shown }) {
  const { say, lang } = useSpeech()
  return (
    <section className="g-outcome">
      <h3>{say('outcome.title')}</h3>
      {outcome ? <p className={`g-badge g-${outcome.kind}`}>{say(`outcome.${outcome.kind}`)}</p> : <p>{say('outcome.none')}</p>}
      {outcome?.reason && (
        <>
          <p>
            <strong>{say('outcome.reason')}</strong> <span {...inLang(outcome.reason.lang, lang)}>{outcome.reason.reason}</span>
          </p>
          <OnlyIn lang={outcome.reason.lang} />
          {outcome.reason.toReview && <p className="g-small">{say('text.unchecked')}</p>}
        </>
      )}
      {outcome?.kind !== 'not-taken' &&
        passages.map(({ lang: textLang, text, title, href }) => (
          <blockquote key={`${title}${text}`} className="g-passage">
            <p {...inLang(textLang, lang)}>{text}</p>
            {href && (
              <p>
                <a href={href}>
                  {say('outcome.passage')}: <span {...inLang('it', lang)}>{title}</span>
                </a>
              </p>
            )}
          </blockquote>
        ))}
    </section>
  )
}

function Quote({ answer: { id, consent }, name }: { answer: Shown; name: string }) {
  const { say, day } = useSpeech()
  const given = consent && !consent.withdrawnOn ? consent.credit : undefined
  const answers = [
    ['pseudonym', say('quote.pseudonym', { name })],
    ['none', say('quote.without')],
    ['no', say('quote.no')],
  ] as const
  const current = consent?.withdrawnOn ? 'no' : given
  return (
    <form method="post" className="g-quote">
      <input type="hidden" name="id" value={id} />
      <fieldset>
        <legend>{say('quote.question')}</legend>
        {consent && (
          <p className="g-small">
            {consent.withdrawnOn
              ? say('quote.refused', { date: day(consent.withdrawnOn) })
              : say('quote.given', { date: day(consent.givenOn) })}
          </p>
        )}
        <div className="g-row">
          {answers.map(([intent, label]) => (
            <button key={intent} type="submit" name="intent" value={intent} className="g-button g-plain" aria-pressed={current === intent}>
              {current === intent && '✓ '}
              {label}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  )
}

function Actions({ answer: { id, promptId, promptOpen, state, outcome, body, choice, hasVoice } }: { answer: Shown }) {
  const { say } = useSpeech()
  const described = `q-${id}`
  const erased = body === '' && choice === null && !hasVoice
  if (state === 'withdrawn' && (erased || !promptOpen)) return null
  return (
    <form method="post" className="g-row">
      <input type="hidden" name="id" value={id} />
      {state === 'withdrawn' ? (
        <button type="submit" name="intent" value="put-back" className="g-button g-plain" aria-describedby={described}>
          {say('mine.putBack')}
        </button>
      ) : (
        <>
          {promptOpen && !outcome && (
            <a className="g-button g-plain" href={`/p/qui/domande/${promptId}?r=${id}`} aria-describedby={described}>
              {say('mine.edit')}
            </a>
          )}
          <button type="submit" name="intent" value="withdraw" className="g-button g-plain" aria-describedby={described}>
            {say('mine.withdraw')}
          </button>
        </>
      )}
    </form>
  )
}
