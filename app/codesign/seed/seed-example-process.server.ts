import { createDocument } from '#app/documents/create-document.server.ts'
import { publishWrittenTexts } from '#app/documents/editions/publish-written-texts.server.ts'
import { docFromMarkdown } from '#app/documents/markdown/sections.ts'
import { addDays, atRome, nextThursday, romeDay } from '#app/shared/rome-time.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { createJoinCode } from '../join/create-join-code.server.ts'
import { listActiveCodes } from '../process/process-parts.queries.server.ts'
import { insertTable } from '../tables/create-tables.server.ts'
import { exampleChange, examplePhases, exampleProcess, examplePrompts, exampleTables } from './example-process.ts'
import { seedExampleCards } from './seed-example-cards.server.ts'

type Options = {
  /** The moment of the first start: dates are counted from it. */
  now: Date
  /** Who runs it; left out when the demo accounts are not there. */
  facilitatorEmail: string
}

/** A language of the example is reviewed only when it is the one it was written in. */
const toReview = (lang: string): boolean => lang !== 'it'

/**
 * Loads one open process marked as an example, with three phases, questions in ten languages, cards, outcomes, a text,
 * tables, and a code that lets people in for a year. Does nothing when it is there already.
 */
export async function seedExampleProcess(db: Db, { now, facilitatorEmail }: Options): Promise<void> {
  const known = await db.selectFrom('process').select('id').where('slug', '=', exampleProcess.slug).executeTakeFirst()
  if (known) return
  await db.transaction().execute(async (trx) => {
    const id = await insertProcess(trx, now)
    const phases = await insertPhases(trx, id, romeDay(now))
    const meetingId = await insertMeetings(trx, id, phases, romeDay(now))
    await insertTables(trx, meetingId)
    await insertChange(trx, id, romeDay(now))
    const prompts = await insertPrompts(trx, id, phases)
    await seedExampleCards(trx, id, prompts)
    const person = await trx.selectFrom('person').select('id').where('email', '=', facilitatorEmail).executeTakeFirst()
    if (person) await trx.insertInto('process_facilitator').values({ process_id: id, person_id: person.id }).execute()
    await createJoinCode(trx, { processId: id, meetingId, capacity: 2_000, expiresAt: new Date(now.getTime() + 365 * 86_400_000) })
  })
}

async function insertProcess(trx: Db, now: Date): Promise<string> {
  const { slug, texts, document, promoter } = exampleProcess
  const promoterId = newId()
  await trx
    .insertInto('organisation')
    .values({ id: promoterId, ...promoter, kind: 'municipality', is_example: true })
    .execute()
  const documentId = await createDocument(trx, {
    kind: 'process',
    sourceLang: 'it',
    texts: { it: docFromMarkdown('process', document.it), en: docFromMarkdown('process', document.en) },
  })
  await publishWrittenTexts(trx, documentId, null)
  const today = romeDay(now)
  const id = newId()
  await trx
    .insertInto('process')
    .values({
      id,
      slug,
      state: 'open',
      document_id: documentId,
      promoter_id: promoterId,
      starts_on: addDays(today, examplePhases[0]!.from),
      ends_on: addDays(today, examplePhases.at(-1)!.to),
      is_example: true,
      published_at: now,
    })
    .execute()
  const rows = Object.entries(texts).map(([lang, text]) => ({ process_id: id, lang, ...text, to_review: toReview(lang) }))
  await trx.insertInto('process_text').values(rows).execute()
  const region = await trx
    .selectFrom('territory')
    .select('id')
    .where('level', '=', 'region')
    .where('name_it', '=', 'Toscana')
    .executeTakeFirst()
  if (region) await trx.insertInto('process_territory').values({ process_id: id, territory_id: region.id }).execute()
  return id
}

async function insertPhases(trx: Db, processId: string, today: string): Promise<string[]> {
  const ids: string[] = []
  for (const [index, phase] of examplePhases.entries()) {
    const id = newId()
    ids.push(id)
    const days = { starts_on: addDays(today, phase.from), ends_on: addDays(today, phase.to) }
    await trx
      .insertInto('process_phase')
      .values({ id, process_id: processId, position: index + 1, ...days })
      .execute()
    const rows = Object.entries(phase.texts).map(([lang, { title, whatNow }]) => ({
      phase_id: id,
      lang,
      title,
      what_now: whatNow,
      to_review: toReview(lang),
    }))
    await trx.insertInto('process_phase_text').values(rows).execute()
  }
  return ids
}

/** Resolves to the meeting ahead. */
async function insertMeetings(trx: Db, processId: string, phases: string[], today: string): Promise<string> {
  const place = { place_it: 'Biblioteca d’esempio, sala al piano terra', place_en: 'Example library, ground floor' }
  const first = addDays(today, -14)
  const next = nextThursday(new Date(`${today}T12:00:00Z`))
  const meetings = [
    { day: first, phase: phases[0], it: 'Primo incontro: raccontare', en: 'First meeting: telling', closed: true },
    { day: next, phase: phases[1], it: 'Secondo incontro: scrivere la guida', en: 'Second meeting: writing the guide', closed: false },
  ]
  let id = ''
  for (const meeting of meetings) {
    id = newId()
    const endsAt = atRome(meeting.day, '19:00')
    await trx
      .insertInto('meeting')
      .values({
        id,
        process_id: processId,
        phase_id: meeting.phase ?? null,
        starts_at: atRome(meeting.day, '17:00'),
        ends_at: endsAt,
        title_it: meeting.it,
        title_en: meeting.en,
        ...place,
        closed_at: meeting.closed ? endsAt : null,
      })
      .execute()
  }
  return id
}

async function insertTables(trx: Db, meetingId: string): Promise<void> {
  for (const [index, { text, ...table }] of exampleTables.entries())
    await insertTable(trx, meetingId, {
      ...table,
      position: index + 1,
      lang: 'it',
      text: text === undefined ? undefined : docFromMarkdown('table', text),
    })
}

async function insertChange(trx: Db, processId: string, today: string): Promise<void> {
  const id = newId()
  await trx
    .insertInto('process_change')
    .values({ id, process_id: processId, happened_on: addDays(today, -exampleChange.daysAgo) })
    .execute()
  const rows = Object.entries(exampleChange.texts).map(([lang, body]) => ({ change_id: id, lang, body, to_review: toReview(lang) }))
  await trx.insertInto('process_change_text').values(rows).execute()
}

async function insertPrompts(trx: Db, processId: string, phases: string[]): Promise<string[]> {
  const ids: string[] = []
  for (const [index, { phase, kind, state, question, choices }] of examplePrompts.entries()) {
    const id = newId()
    ids.push(id)
    await trx
      .insertInto('prompt')
      .values({ id, process_id: processId, phase_id: phases[phase] ?? null, position: index + 1, kind, state })
      .execute()
    const rows = Object.entries(question).map(([lang, words]) => ({
      prompt_id: id,
      lang,
      question: words,
      choices: JSON.stringify(choices?.[lang as keyof typeof choices] ?? []),
      to_review: toReview(lang),
    }))
    await trx.insertInto('prompt_text').values(rows).execute()
  }
  return ids
}

/** A code that lets people into the example now, for the operator's greeting; undefined when there is none. */
export async function exampleCode(db: Db): Promise<string | undefined> {
  const process = await db.selectFrom('process').select('id').where('slug', '=', exampleProcess.slug).executeTakeFirst()
  return process && (await listActiveCodes(db, process.id))[0]?.code
}

/** Removes example processes with everything said in them, their texts and their invented promoter. Returns how many. */
export async function removeExampleProcesses(db: Db): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    const processes = await trx.selectFrom('process').select(['id', 'document_id']).where('is_example', '=', true).execute()
    if (processes.length === 0) return 0
    const ids = processes.map(({ id }) => id)
    const tables = await trx
      .selectFrom('codesign_table as t')
      .innerJoin('meeting as m', 'm.id', 't.meeting_id')
      .where('m.process_id', 'in', ids)
      .select('t.document_id')
      .execute()
    await trx.deleteFrom('process').where('id', 'in', ids).execute()
    const documents = [...processes, ...tables].map((row) => row.document_id)
    await trx.deleteFrom('document').where('id', 'in', documents).execute()
    await trx.deleteFrom('organisation').where('slug', '=', exampleProcess.promoter.slug).where('is_example', '=', true).execute()
    return processes.length
  })
}
