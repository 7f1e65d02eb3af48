import { sql } from 'kysely'
import { listOrganisationNames } from '#app/organisations/organisation.queries.server.ts'
import type { Actor } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import { listMeetings, listPhases } from './process-parts.queries.server.ts'
import { canPublishProcess } from './process.policy.ts'
import { findFollowed, listProcessTexts } from './process.queries.server.ts'

export type DeskProcessData = Awaited<ReturnType<typeof readDeskProcess>>

/** Everything those who run a process change about it. Throws not-found for anybody else. */
export async function readDeskProcess(db: Db, actor: Actor, slug: string) {
  const process = await findFollowed(db, actor, slug)
  const { id } = process
  const [texts, phases, meetings, prompts, changes, facilitators, bodies, place] = await Promise.all([
    listProcessTexts(db, [id]),
    listPhases(db, id),
    listMeetings(db, id),
    listPrompts(db, id),
    listAllChanges(db, id),
    db
      .selectFrom('process_facilitator as f')
      .innerJoin('person as p', 'p.id', 'f.person_id')
      .where('f.process_id', '=', id)
      .select(['p.id', 'p.name'])
      .orderBy('p.name')
      .execute(),
    listOrganisationNames(db),
    db
      .selectFrom('process_territory as x')
      .innerJoin('territory as t', 't.id', 'x.territory_id')
      .where('x.process_id', '=', id)
      .select('t.name_it')
      .executeTakeFirst(),
  ])
  return {
    process,
    texts,
    phases,
    meetings,
    prompts,
    changes,
    facilitators,
    bodies: bodies.map(({ id: value, name }) => ({ value, label: name })),
    place: place?.name_it ?? '',
    mayPublish: canPublishProcess(actor),
  }
}

async function listPrompts(db: Db, processId: string) {
  const rows = await db
    .selectFrom('prompt as p')
    .leftJoin('prompt_text as x', 'x.prompt_id', 'p.id')
    .where('p.process_id', '=', processId)
    .select(['p.id', 'p.kind', 'p.state', 'p.phase_id as phaseId', 'p.meeting_id as meetingId'])
    .select(['x.lang', 'x.question', 'x.help', 'x.choices', 'x.to_review as toReview'])
    .orderBy('p.position')
    .orderBy(sql`x.lang <> 'it'`)
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((group) => {
    const { id, kind, state, phaseId, meetingId } = group[0]!
    const texts = group.flatMap(({ lang, question, help, choices, toReview }) =>
      lang === null
        ? []
        : [
            {
              lang,
              question: question ?? '',
              help: help ?? '',
              choices: Array.isArray(choices) ? choices.map(String) : [],
              toReview: toReview ?? false,
            },
          ],
    )
    return { id, kind, state, phaseId, meetingId, texts }
  })
}

async function listAllChanges(db: Db, processId: string) {
  const rows = await db
    .selectFrom('process_change as c')
    .leftJoin('process_change_text as x', 'x.change_id', 'c.id')
    .where('c.process_id', '=', processId)
    .select(['c.id', 'c.happened_on as happenedOn', 'c.url', 'x.lang', 'x.body', 'x.to_review as toReview'])
    .orderBy('c.happened_on', 'desc')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((group) => {
    const { id, happenedOn, url } = group[0]!
    const texts = group.flatMap(({ lang, body, toReview }) =>
      lang === null ? [] : [{ lang, body: body ?? '', toReview: toReview ?? false }],
    )
    return { id, happenedOn, url, texts }
  })
}
