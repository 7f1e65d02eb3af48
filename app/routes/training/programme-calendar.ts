import type { LoaderFunctionArgs } from '@remix-run/node'
import { AppError } from '#app/shared/app-error.ts'
import { enter } from '#app/shared/http/enter.server.ts'
import { calendarResponse, programmeCalendar } from '#app/training/programme-calendar.server.ts'
import { findProgramme, listSessions } from '#app/training/training.queries.server.ts'

/** All sessions of a programme for the reader's calendar. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, origin, lang } = enter(args)
  const programme = await findProgramme(db, actor, args.params.programme ?? '')
  if (!programme) throw new AppError('not-found')
  return calendarResponse(programmeCalendar(programme, await listSessions(db, programme.id), { origin, lang }), programme.slug)
}
