import { useSpeech } from '../../join/ui/speech.tsx'

/** "Something is wrong", in one's own words. */
export function ReportPage({ thanks, problem }: { thanks: boolean; problem: string | undefined }) {
  const { say } = useSpeech()
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
        <button type="submit" className="g-button">
          {say('report.send')}
        </button>
      </form>
    </>
  )
}
