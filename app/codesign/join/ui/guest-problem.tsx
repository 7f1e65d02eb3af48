import { useMatches, useRouteError } from '@remix-run/react'
import { isParticipantLang } from '../../participant-languages.ts'
import { sayIn } from '../words.ts'

/** Something went wrong on a participant's page: said in their language when it is known. */
export function GuestProblem() {
  const data = useMatches().find((match) => (match.handle as { ownFrame?: boolean } | undefined)?.ownFrame)?.data
  const known = (data as { lang?: unknown } | undefined)?.lang
  const say = sayIn(isParticipantLang(known) ? known : 'it')
  const status = (useRouteError() as { status?: number } | null)?.status
  return (
    <div className="guest">
      <main id="main" tabIndex={-1}>
        <h1>{say('error.title')}</h1>
        <p>{status === 429 ? say('end.too-many.what') : say('error.what')}</p>
        <p>
          <a className="g-button" href="/p">
            {say('nav.home')}
          </a>
        </p>
      </main>
    </div>
  )
}
