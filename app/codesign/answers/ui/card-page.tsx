import type { PersonalDataKind } from '#app/shared/personal-data.ts'
import { inLang, OnlyIn, useSpeech } from '../../join/ui/speech.tsx'
import { answerLimits } from '../answer.ts'
import type { AskedText, Card, CardAnswer } from '../prompt.queries.server.ts'
import { VoiceField } from './voice-field.tsx'

type CardPageProps = {
  card: Card
  answer: CardAnswer | undefined
  clientKey: string
  number: number
  total: number
  back: string
  next: string
  saved: boolean
  hints: PersonalDataKind[]
  refused: { problem: string; typed: { body: string; choice?: number | undefined; clientKey: string } | undefined } | undefined
}

/** One question: choose, write or speak; saved as one goes when there is JavaScript, by its buttons when there is none. */
export function CardPage({ card, answer, clientKey, number, total, back, next, saved, hints, refused }: CardPageProps) {
  const { say } = useSpeech()
  const typed = refused?.typed
  const chosen = typed ? typed.choice : answer?.choice
  return (
    <>
      <p className="g-over">{say('card.progress', { number, total })}</p>
      <Question text={card.text} original={card.original} />
      <form method="post" encType="multipart/form-data" className="g-card" data-answer={`/p/qui/salva/${card.id}`} {...words(say)}>
        <input type="hidden" name="key" value={typed?.clientKey ?? clientKey} />
        <input type="hidden" name="seen" defaultValue={saved && hints.length > 0 ? '1' : ''} />
        {card.text.choices.length > 0 && <ChoiceButtons text={card.text} chosen={chosen} />}
        <div className="g-field">
          <label htmlFor="body">{card.kind === 'choice' ? say('card.add') : say('card.write')}</label>
          <textarea
            id="body"
            name="body"
            className="g-input"
            dir="auto"
            rows={card.kind === 'text' ? 5 : 2}
            maxLength={answerLimits[card.kind]}
            defaultValue={typed?.body ?? answer?.body ?? ''}
            aria-describedby="hints"
          />
          <div id="hints" className="g-hints" aria-live="polite" data-hints>
            {hints.length > 0 && <Hints kinds={hints} />}
          </div>
        </div>
        {card.voice && <VoiceField kept={answer?.hasVoice ?? false} />}
        {refused && (
          <p className="g-error" role="alert" tabIndex={-1} data-focus>
            {refused.problem}
          </p>
        )}
        <p className="g-saved" role="status" data-status>
          {saved && `✓ ${say('save.saved')}`}
        </p>
        <div className="g-row g-steps">
          <a className="g-button g-plain" href={back}>
            {say('card.back')}
          </a>
          <button type="submit" name="intent" value="save" className="g-button g-plain" data-save>
            {say('card.save')}
          </button>
          <button type="submit" name="intent" value="next" className="g-button" data-next={next}>
            {say('card.next')}
          </button>
        </div>
      </form>
      {card.kind !== 'choice' && card.answers.length > 0 && (
        <p>
          <a href="?nuova=1">{say('card.another')}</a>
        </p>
      )}
    </>
  )
}

/** The question, and the original behind a translation. */
function Question({ text, original }: { text: AskedText; original: AskedText | undefined }) {
  const { say, lang } = useSpeech()
  return (
    <>
      <h1 {...inLang(text.lang, lang)}>{text.question}</h1>
      {text.help && (
        <p className="g-lead" {...inLang(text.lang, lang)}>
          {text.help}
        </p>
      )}
      <OnlyIn lang={text.lang} />
      {text.toReview && <p className="g-small">{say('text.unchecked')}</p>}
      {original && (
        <details className="g-original">
          <summary>{say('text.original')}</summary>
          <div {...inLang(original.lang, lang)}>
            <p>{original.question}</p>
            {original.choices.length > 0 && (
              <ol>
                {original.choices.map((choice) => (
                  <li key={choice}>{choice}</li>
                ))}
              </ol>
            )}
          </div>
        </details>
      )}
    </>
  )
}

function ChoiceButtons({ text, chosen }: { text: AskedText; chosen: number | null | undefined }) {
  const { say, lang } = useSpeech()
  return (
    <fieldset className="g-choices">
      <legend>{say('card.choose')}</legend>
      {text.choices.map((choice, at) => (
        <label key={choice} {...inLang(text.lang, lang)}>
          <input type="radio" name="choice" value={at} defaultChecked={chosen === at} /> <span>{choice}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Hints({ kinds }: { kinds: PersonalDataKind[] }) {
  const { say } = useSpeech()
  return (
    <p className="g-note">
      {kinds.map((kind) => `${say(`hint.${kind}`)} `)}
      {say('hint.remove')}
    </p>
  )
}

/** What the script of the page says, in the page's language. */
const words = (say: ReturnType<typeof useSpeech>['say']) => ({
  'data-saving': say('save.saving'),
  'data-saved': say('save.savedAt', { time: '{time}' }),
  'data-offline': say('save.offline'),
  'data-failed': say('save.failed'),
  'data-hint-phone': say('hint.phone'),
  'data-hint-email': say('hint.email'),
  'data-hint-iban': say('hint.iban'),
  'data-hint-tax-code': say('hint.tax-code'),
  'data-hint-remove': say('hint.remove'),
})
