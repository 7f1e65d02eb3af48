import type { LoaderFunctionArgs } from '@remix-run/node'
import { AppError } from '#app/shared/app-error.ts'
import { enter } from '#app/shared/http/enter.server.ts'
import { calendarResponse, sessionCalendar } from '#app/training/programme-calendar.server.ts'
import { findProgramme, findSession } from '#app/training/training.queries.server.ts'

/** One session for the reader's calendar. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, origin, lang } = enter(args)
  const programme = await findProgramme(db, actor, args.params.programme ?? '')
  const session = programme && (await findSession(db, programme.id, args.params.session ?? ''))
  if (!programme || !session) throw new AppError('not-found')
  return calendarResponse(sessionCalendar(programme, session, { origin, lang }), session.slug)
}
