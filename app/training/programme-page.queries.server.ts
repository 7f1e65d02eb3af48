import type { Actor } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { findCited } from '#app/shared/cited.server.ts'
import { inReadingLanguage } from '#app/shared/in-reading-language.ts'
import type { Lang } from '#app/shared/languages.ts'
import { translator } from '#app/shared/messages/translate.ts'
import { citedIds } from '#app/documents/reading/text-of.ts'
import { listTerritories } from '#app/territories/territory.queries.server.ts'
import type { Db } from '#db/connection.ts'
import { phaseOf } from './programme.ts'
import { romeDay } from '#app/shared/rome-time.ts'
import { findEnrolment, findProgramme, listSessions } from './training.queries.server.ts'
import { publishedTexts } from './training-texts.queries.server.ts'

/** Everything a programme's page shows to this reader. Throws not-found when it is not theirs to read. */
export async function readProgrammePage(db: Db, actor: Actor, slug: string, lang: Lang) {
  const t = translator(lang)
  const programme = await findProgramme(db, actor, slug)
  if (!programme) throw new AppError('not-found')
  const sessions = await listSessions(db, programme.id)
  const text = inReadingLanguage(await publishedTexts(db, [programme.document_id]), lang)
  const phase = phaseOf({ startsOn: programme.starts_on, endsOn: programme.ends_on, open: programme.open }, romeDay(new Date()))
  const person = actor.kind === 'person'
  const enrolled = person && (await findEnrolment(db, programme.id, actor.id)) !== undefined
  const places = person && phase === 'open' && !enrolled ? await listTerritories(db, ['region', 'province', 'zone', 'municipality']) : []
  return {
    programme,
    sessions,
    text,
    updatedAt: text?.publishedAt,
    cited: await findCited(db, text ? citedIds(text.content) : [], lang),
    phase,
    person,
    enrolled,
    // Firenze is a municipality, a province and a health zone: each says which.
    territories: places.map(({ id, name_it, level }) => ({ value: id, label: t(`practices.placeName.${level}`, { name: name_it }) })),
  }
}

export type ProgrammePageData = Awaited<ReturnType<typeof readProgrammePage>>
