import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Actor } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { inReadingLanguage } from '#app/shared/in-reading-language.ts'
import type { Db } from '#db/connection.ts'
import { outcomeOf } from '../outcomes/outcome.ts'
import { findFollowed, listProcessTexts, type Process } from '../process/process.queries.server.ts'

/** The meeting a board or projector is about, for those who follow its process; not-found otherwise. */
export async function findBoard(db: Db, actor: Actor, slug: string, meetingId: string) {
  const process = await findFollowed(db, actor, slug)
  const meeting = /^[0-9a-f-]{36}$/.test(meetingId)
    ? await db
        .selectFrom('meeting')
        .where('id', '=', meetingId)
        .where('process_id', '=', process.id)
        .select(['id', 'title_it', 'title_en', 'starts_at as startsAt', 'ends_at as endsAt', 'closed_at as closedAt', 'locked'])
        .select(['timer_ends_at as timerEndsAt', 'slow_seconds as slowSeconds', 'hold_links as holdLinks', 'hold_first as holdFirst'])
        .select('projected_prompt_id as projectedPromptId')
        .executeTakeFirst()
    : undefined
  if (!meeting) throw new AppError('not-found')
  return { process, meeting }
}

export type BoardMeeting = Awaited<ReturnType<typeof findBoard>>['meeting']

export type BoardPrompt = {
  id: string
  kind: string
  state: string
  lang: string
  question: string
  choices: string[]
  answers: number
  held: number
  /** How many chose each of the choices. */
  chosen: number[]
}

/** Questions of a meeting and of its whole process, in order, with live counts. */
export async function listBoardPrompts(db: Db, processId: string, meetingId: string, lang: string): Promise<BoardPrompt[]> {
  const prompts = await db
    .selectFrom('prompt')
    .where('process_id', '=', processId)
    .where((eb) => eb.or([eb('meeting_id', 'is', null), eb('meeting_id', '=', meetingId)]))
    .select(['id', 'kind', 'state'])
    .orderBy('position')
    .execute()
  if (prompts.length === 0) return []
  const ids = prompts.map(({ id }) => id)
  const texts = await db
    .selectFrom('prompt_text')
    .where('prompt_id', 'in', ids)
    .select(['prompt_id', 'lang', 'question', 'choices'])
    .execute()
  const counts = await db
    .selectFrom('contribution')
    .where('prompt_id', 'in', ids)
    .where('state', 'in', ['shown', 'held'])
    .groupBy(['prompt_id', 'choice', 'state'])
    .select(({ fn }) => ['prompt_id', 'choice', 'state', fn.countAll<number>().as('n')])
    .execute()
  return prompts.map(({ id, ...prompt }) => {
    const text = inReadingLanguage(
      texts.filter((one) => one.prompt_id === id),
      lang,
    )
    const choices = Array.isArray(text?.choices) ? text.choices.map(String) : []
    const own = counts.filter((one) => one.prompt_id === id)
    const sum = (some: typeof own) => some.reduce((total, { n }) => total + n, 0)
    return {
      id,
      ...prompt,
      lang: text?.lang ?? lang,
      question: text?.question ?? '',
      choices,
      answers: sum(own),
      held: sum(own.filter(({ state }) => state === 'held')),
      chosen: choices.map((_words, index) => sum(own.filter(({ choice, state }) => choice === index && state === 'shown'))),
    }
  })
}

const CARDS = 400

/**
 * Newest answers to one question, or to all: words with their translation, who by, where they stand and why. At most 400,
 * hidden ones last: what a raid left must not push out what others said.
 */
export async function listCards(db: Db, processId: string, promptId: string | undefined, lang: string) {
  const rows = await db
    .selectFrom('contribution as c')
    .leftJoin('participant as a', 'a.id', 'c.participant_id')
    .leftJoin('contribution_outcome as o', 'o.contribution_id', 'c.id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('contribution_translation as x')
          .whereRef('x.contribution_id', '=', 'c.id')
          .where('x.lang', 'in', [lang, 'it'])
          .select(['x.body', 'x.lang'])
          .orderBy(sql`x.lang = ${lang}`, 'desc')
          .limit(1)
          .as('t'),
      (join) => join.onTrue(),
    )
    .where('c.process_id', '=', processId)
    .where('c.state', '<>', 'withdrawn')
    .$if(promptId !== undefined, (query) => query.where('c.prompt_id', '=', promptId!))
    .select(['c.id', 'c.prompt_id as promptId', 'c.lang', 'c.body', 'c.choice', 'c.state', 'c.held_reason as heldReason', 'c.marked'])
    .select([
      'c.group_id as groupId',
      'c.merged_into as mergedInto',
      'c.said_by as saidBy',
      'o.outcome',
      'a.id as authorId',
      'a.lang as authorLang',
    ])
    .select(sql<string | null>`coalesce(a.display_name, a.pseudonym)`.as('author'))
    .select(sql<boolean>`a.blocked_at is not null`.as('blocked'))
    .select(sql<boolean>`exists (select from contribution_voice v where v.contribution_id = c.id)`.as('voice'))
    .select(['t.body as translation', 't.lang as translationLang'])
    .select((eb) =>
      jsonArrayFrom(
        eb.selectFrom('contribution_outcome_text as r').whereRef('r.contribution_id', '=', 'c.id').select(['r.lang', 'r.reason']),
      ).as('reasons'),
    )
    .orderBy((eb) => eb('c.state', '=', 'hidden'))
    .orderBy('c.created_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(CARDS)
    .execute()
  return rows.map((row) => ({ ...row, outcome: row.outcome === null ? null : outcomeOf(row.outcome) }))
}

export type BoardCard = Awaited<ReturnType<typeof listCards>>[number]

export const listGroups = (db: Db, processId: string) =>
  db.selectFrom('contribution_group').where('process_id', '=', processId).select(['id', 'title']).orderBy('position').execute()

/** Reports nobody has answered yet, with the card they are about. */
export async function listOpenReports(db: Db, processId: string) {
  return await db
    .selectFrom('contribution_report as r')
    .leftJoin('contribution as c', 'c.id', 'r.contribution_id')
    .leftJoin('codesign_table as t', 't.id', 'r.table_id')
    .where('r.process_id', '=', processId)
    .where('r.decided', 'is', null)
    .select(['r.id', 'r.reason', 'r.contribution_id as cardId', 'c.body', 'c.lang', 't.title as table'])
    .orderBy('r.created_at')
    .limit(100)
    .execute()
}

/** Who has come in, in the order of joining, with their table at this meeting. */
export async function listParticipants(db: Db, processId: string, meetingId: string) {
  return await db
    .selectFrom('participant as p')
    .leftJoin('table_seat as s', 's.participant_id', 'p.id')
    .leftJoin('codesign_table as t', (join) => join.onRef('t.id', '=', 's.table_id').on('t.meeting_id', '=', meetingId))
    .where('p.process_id', '=', processId)
    .where('p.left_on', 'is', null)
    .select([
      'p.id',
      'p.pseudonym',
      'p.display_name as displayName',
      'p.lang',
      'p.join_order as order',
      'p.join_code_id as codeId',
      't.id as tableId',
    ])
    .select(sql<boolean>`p.blocked_at is not null`.as('blocked'))
    .select(sql<number>`(select count(*)::int from contribution c where c.participant_id = p.id)`.as('cards'))
    .orderBy('p.join_order', 'desc')
    .limit(1_000)
    .execute()
}

/** Tables of a meeting in their order. */
export const listTables = (db: Db, meetingId: string) =>
  db
    .selectFrom('codesign_table')
    .where('meeting_id', '=', meetingId)
    .select(['id', 'title', 'document_id as documentId', 'lang', 'locked'])
    .select(sql<boolean>`placed_at is not null`.as('placed'))
    .orderBy('position')
    .execute()

/** The process's name for the top of the board. */
export async function titleOf(db: Db, process: Process, lang: string): Promise<string> {
  return inReadingLanguage(await listProcessTexts(db, [process.id]), lang)?.title ?? process.slug
}
