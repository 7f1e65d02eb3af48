import { parseContent } from '#app/documents/editions/edition.ts'
import { citedIds } from '#app/documents/reading/text-of.ts'
import type { Actor } from '#app/shared/actor.ts'
import { findCited } from '#app/shared/cited.server.ts'
import { inReadingLanguage } from '#app/shared/in-reading-language.ts'
import type { Lang } from '#app/shared/languages.ts'
import { romeDay } from '#app/shared/rome-time.ts'
import type { Db } from '#db/connection.ts'
import { phaseNow, timeOf } from './process.ts'
import {
  codeFor,
  countOutcomes,
  listActiveCodes,
  listChanges,
  listMeetings,
  listPhases,
  listQuotedOutcomes,
  nextOf,
} from './process-parts.queries.server.ts'
import { canFollow } from './process.policy.ts'
import { findProcess, listProcessTexts } from './process.queries.server.ts'

export type ProcessPageData = Awaited<ReturnType<typeof readProcessPage>>

/** Everything a process's public page shows to this reader. Throws not-found when it is not theirs to read. */
export async function readProcessPage(db: Db, actor: Actor, slug: string, lang: Lang, now = new Date()) {
  const process = await findProcess(db, actor, slug)
  const { id } = process
  const today = romeDay(now)
  const [texts, phases, meetings, codes, changes, counts, quotes, places, edition] = await Promise.all([
    listProcessTexts(db, [id]),
    listPhases(db, id),
    listMeetings(db, id),
    listActiveCodes(db, id),
    listChanges(db, id, lang),
    countOutcomes(db, id),
    listQuotedOutcomes(db, id, lang),
    listPlaces(db, id),
    findEdition(db, process.documentId, lang),
  ])
  const inLang = phases.map(({ texts: words, ...phase }) => ({
    ...phase,
    time: timeOf(phase, today),
    text: inReadingLanguage(words, lang),
  }))
  const meeting = nextOf(meetings, now)
  return {
    process,
    text: inReadingLanguage(texts, lang) ?? { lang: 'it', title: slug, summary: '', purpose: '', toReview: false },
    phases: inLang,
    current: process.state === 'open' ? phaseNow(inLang, today)?.id : undefined,
    meeting,
    past: meetings.filter((one) => one !== meeting && (one.closedAt !== null || one.endsAt <= now)).length,
    code: codeFor(codes, meeting?.id)?.code,
    changes,
    counts,
    quotes,
    places,
    edition,
    cited: await findCited(db, edition ? citedIds(edition.content) : [], lang),
    follows: canFollow(actor, process),
  }
}

const listPlaces = (db: Db, processId: string) =>
  db
    .selectFrom('process_territory as x')
    .innerJoin('territory as t', 't.id', 'x.territory_id')
    .where('x.process_id', '=', processId)
    .select(['t.id', 't.name_it', 't.name_en'])
    .orderBy('t.name_it')
    .execute()

/** The published edition of the co-design text: readers never see the draft. */
async function findEdition(db: Db, documentId: string, lang: string) {
  const rows = await db
    .selectFrom('edition')
    .where('document_id', '=', documentId)
    .where('current', '=', true)
    .select(['lang', 'content', 'published_at as publishedAt'])
    .execute()
  const found = inReadingLanguage(rows, lang)
  return found && { ...found, content: parseContent(found.content) }
}
