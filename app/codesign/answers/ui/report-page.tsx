import { inLang, useSpeech } from '../../join/ui/speech.tsx'

type ReportPageProps = {
  /** Cards on the room's screen: one of them may be meant. */
  cards: readonly { id: string; lang: string; body: string }[]
  thanks: boolean
  problem: string | undefined
}

/** "Something is wrong", in one's own words. */
export function ReportPage({ cards, thanks, problem }: ReportPageProps) {
  const { say, lang } = useSpeech()
  if (thanks)
    return (
      <>
        <h1>{say('report.title')}</h1>
        <p className="g-note" role="status">
          {say('report.thanks')}
        </p>
        <p>
          <a className="g-button" href="/p/qui">
            {say('nav.home')}
          </a>
        </p>
      </>
    )
  return (
    <>
      <h1>{say('report.title')}</h1>
      <form method="post">
        <div className="g-field">
          <label htmlFor="reason">{say('report.label')}</label>
          <textarea
            id="reason"
            name="reason"
            className="g-input"
            dir="auto"
            rows={4}
            maxLength={1000}
            required
            aria-invalid={problem ? true : undefined}
          />
          {problem && (
            <p className="g-error" role="alert">
              {problem}
            </p>
          )}
        </div>
        {cards.length > 0 && (
          <fieldset className="g-choices">
            <legend>{say('report.card')}</legend>
            <label>
              <input type="radio" name="card" value="" defaultChecked /> <span>{say('report.noCard')}</span>
            </label>
            {cards.map((card) => (
              <label key={card.id}>
                <input type="radio" name="card" value={card.id} />{' '}
                <span {...inLang(card.lang, lang)}>{card.body.length > 160 ? `${card.body.slice(0, 160)}…` : card.body}</span>
              </label>
            ))}
          </fieldset>
        )}
        <button type="submit" className="g-button">
          {say('report.send')}
        </button>
      </form>
    </>
  )
}
