import type { Actor } from '#app/shared/actor.ts'
import { type Lang, pick } from '#app/shared/languages.ts'
import { listProgrammes, listSessions } from '#app/training/training.queries.server.ts'
import type { Db } from '#db/connection.ts'
import type { NextMeeting } from './home.ts'

/** The next session of a programme that takes enrolments, or undefined when none is planned. */
export async function nextMeeting(db: Db, actor: Actor, lang: Lang): Promise<NextMeeting | undefined> {
  const soonest = (await listProgrammes(db, actor))
    .filter((programme) => programme.publishedAt && programme.open)
    .flatMap((programme) => (programme.nextMeeting ? [{ ...programme, at: new Date(programme.nextMeeting) }] : []))
    .sort((a, b) => a.at.getTime() - b.at.getTime())[0]
  if (!soonest) return undefined
  const session = (await listSessions(db, soonest.id)).find((one) => one.startsAt.getTime() === soonest.at.getTime())
  if (!session) return undefined
  return {
    path: `/formazione/${soonest.slug}/${session.slug}`,
    title: pick(lang, session.title_it, session.title_en),
    programme: pick(lang, soonest.title_it, soonest.title_en),
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    place: pick(lang, soonest.place_it, soonest.place_en).text,
    isExample: soonest.isExample,
  }
}
