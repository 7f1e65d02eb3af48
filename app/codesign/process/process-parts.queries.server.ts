import { sql } from 'kysely'
import { inReadingLanguage } from '#app/shared/in-reading-language.ts'
import type { Db } from '#db/connection.ts'
import { outcomeOf } from '../outcomes/outcome.ts'

/** The parts of a process in order. Ask for the process first: it decides who reads. */

export type PhaseText = { lang: string; title: string; whatNow: string; toReview: boolean }
export type Phase = { id: string; position: number; startsOn: string | null; endsOn: string | null; texts: PhaseText[] }

/** Phases in their order, with the words of every language. */
export async function listPhases(db: Db, processId: string): Promise<Phase[]> {
  const rows = await db
    .selectFrom('process_phase as f')
    .leftJoin('process_phase_text as x', 'x.phase_id', 'f.id')
    .where('f.process_id', '=', processId)
    .select(['f.id', 'f.position', 'f.starts_on as startsOn', 'f.ends_on as endsOn'])
    .select(['x.lang', 'x.title', 'x.what_now as whatNow', 'x.to_review as toReview'])
    .orderBy('f.position')
    .orderBy(sql`x.lang <> 'it'`)
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((group) => {
    const { id, position, startsOn, endsOn } = group[0]!
    const texts = group.flatMap(({ lang, title, whatNow, toReview }) =>
      lang === null ? [] : [{ lang, title: title ?? '', whatNow: whatNow ?? '', toReview: toReview ?? false }],
    )
    return { id, position, startsOn, endsOn, texts }
  })
}

export type Meeting = Awaited<ReturnType<typeof listMeetings>>[number]

/** Meetings by date. */
export async function listMeetings(db: Db, processId: string) {
  return await db
    .selectFrom('meeting')
    .where('process_id', '=', processId)
    .select([
      'id',
      'phase_id as phaseId',
      'session_id as sessionId',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'title_it',
      'title_en',
      'place_it',
      'place_en',
      'meeting_url as meetingUrl',
      'closed_at as closedAt',
    ])
    .orderBy('starts_at')
    .execute()
}

/** The next meeting, or the one that is on: the first that is neither over nor closed. */
export const nextOf = <M extends { endsAt: Date; closedAt: Date | null }>(meetings: readonly M[], now: Date): M | undefined =>
  meetings.find((meeting) => meeting.closedAt === null && meeting.endsAt > now)

export type Code = { id: string; code: string; meetingId: string | null; expiresAt: Date; capacity: number; joined: number; full: boolean }

/** Codes of an open process that nobody closed and no day ended, newest first; those that are full say so. */
export async function listCodes(db: Db, processId: string): Promise<Code[]> {
  const rows = await db
    .selectFrom('join_code as c')
    .innerJoin('process as p', 'p.id', 'c.process_id')
    .where('c.process_id', '=', processId)
    .where('p.state', '=', 'open')
    .where('c.revoked_at', 'is', null)
    .where('c.expires_at', '>', new Date())
    .select(['c.id', 'c.code', 'c.meeting_id as meetingId', 'c.expires_at as expiresAt', 'c.capacity'])
    .select(sql<number>`(select count(*) from participant t where t.join_code_id = c.id)`.as('joined'))
    .orderBy('c.created_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, full: row.joined >= row.capacity }))
}

/** Codes of a process that let somebody in now, newest first. */
export const listActiveCodes = async (db: Db, processId: string): Promise<Code[]> =>
  (await listCodes(db, processId)).filter(({ full }) => !full)

/** Of these codes the one to show beside a meeting: its own, or one for the whole process. */
export const codeFor = (codes: readonly Code[], meetingId: string | undefined): Code | undefined =>
  codes.find((code) => code.meetingId === null || code.meetingId === meetingId)

/** What changed because of people's words, newest first, each in the reader's language where it has it. */
export async function listChanges(db: Db, processId: string, lang: string) {
  const rows = await db
    .selectFrom('process_change as c')
    .innerJoin('process_change_text as x', 'x.change_id', 'c.id')
    .where('c.process_id', '=', processId)
    .select(['c.id', 'c.happened_on as happenedOn', 'c.url', 'x.lang', 'x.body', 'x.to_review as toReview'])
    .orderBy('c.happened_on', 'desc')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((texts) => inReadingLanguage(texts, lang)!)
}

/** How many ideas came, and what became of them; hidden and withdrawn ones do not count. */
export async function countOutcomes(db: Db, processId: string) {
  const row = await db
    .selectFrom('contribution as c')
    .leftJoin('contribution_outcome as o', 'o.contribution_id', 'c.id')
    .where('c.process_id', '=', processId)
    .where('c.state', '=', 'shown')
    .select((eb) => [
      eb.fn.countAll<number>().as('all'),
      eb.fn.countAll<number>().filterWhere('o.outcome', '=', 'taken-up').as('takenUp'),
      eb.fn.countAll<number>().filterWhere('o.outcome', '=', 'merged').as('merged'),
      eb.fn.countAll<number>().filterWhere('o.outcome', '=', 'not-taken').as('notTaken'),
    ])
    .executeTakeFirstOrThrow()
  return row
}

/**
 * Ideas that may be read by everybody, with what became of them: only those whose author agreed to be quoted and has
 * not taken it back. The author as they wish: a pseudonym, or nobody.
 */
export async function listQuotedOutcomes(db: Db, processId: string, lang: string) {
  const rows = await db
    .selectFrom('contribution as c')
    .innerJoin('contribution_outcome as o', 'o.contribution_id', 'c.id')
    .innerJoin('quote_consent as q', 'q.contribution_id', 'c.id')
    .leftJoin('participant as a', 'a.id', 'c.participant_id')
    .where('c.process_id', '=', processId)
    .where('c.state', '=', 'shown')
    .where('q.withdrawn_on', 'is', null)
    .select(['c.id', 'c.lang', 'c.body', 'o.outcome', 'q.credit', 'a.pseudonym'])
    .orderBy('o.decided_at', 'desc')
    .limit(60)
    .execute()
  const ids = rows.map(({ id }) => id)
  const [reasons, translations] =
    ids.length === 0
      ? [[], []]
      : await Promise.all([
          db
            .selectFrom('contribution_outcome_text')
            .where('contribution_id', 'in', ids)
            .select(['contribution_id', 'lang', 'reason'])
            .execute(),
          db
            .selectFrom('contribution_translation')
            .where('contribution_id', 'in', ids)
            .select(['contribution_id', 'lang', 'body'])
            .execute(),
        ])
  return rows.map(({ credit, pseudonym, ...row }) => ({
    ...row,
    outcome: outcomeOf(row.outcome),
    author: credit === 'pseudonym' ? pseudonym : null,
    translation: row.lang === lang ? undefined : translations.find((one) => one.contribution_id === row.id && one.lang === lang)?.body,
    reason: inReadingLanguage(
      reasons.filter((one) => one.contribution_id === row.id),
      lang,
    ),
  }))
}
