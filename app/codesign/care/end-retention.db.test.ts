import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { writeText } from '#app/documents/log/write-text.server.ts'
import { readText } from '#app/documents/log/read-text.server.ts'
import { textOf } from '#app/documents/reading/text-of.ts'
import { newId } from '#db/new-id.ts'
import { aJoinCode, aMeeting, aParticipant, aProcess, aPrompt } from '#tests/support/codesign.ts'
import { aDocument, aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { makeReturnCode, returnByCode } from '../join/return-code.server.ts'
import { closeProcess } from '../process/close-process.server.ts'
import { publishProcess } from '../process/publish-process.server.ts'
import { createTables } from '../tables/create-tables.server.ts'
import { listTables } from '../tables/table.queries.server.ts'
import { endRetention } from './end-retention.server.ts'

const { db } = await useTestDatabase()
const editor = await aPerson(db, { role: 'editor' })

const paragraph = (words: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
})

/** A process with a quoted and an unquoted answer, a recording, a table with words, two participants and a report. */
async function aProcessWithWords(mark: string) {
  const process = await aProcess(db)
  const meeting = await aMeeting(db, process.id)
  const { code, id: codeId } = await aJoinCode(db, process.id, { meetingId: meeting.id })
  const prompt = await aPrompt(db, process.id)
  const [author, silent] = [
    await aParticipant(db, process.id, { join_code_id: codeId, display_name: 'Zia Rosa' }),
    await aParticipant(db, process.id, { join_code_id: codeId, display_name: `Zio ${mark}` }),
  ]
  const answer = async (participantId: string, body: string) => {
    const id = newId()
    const row = { id, process_id: process.id, prompt_id: prompt.id, participant_id: participantId, client_key: id, lang: 'it', body }
    await db.insertInto('contribution').values(row).execute()
    await db
      .insertInto('contribution_translation')
      .values({ contribution_id: id, lang: 'en', body: `${body} (en)` })
      .execute()
    return id
  }
  const quoted = await answer(author.id, 'Un cortile comune')
  const unquoted = await answer(silent.id, `Segreto ${mark}`)
  await db.insertInto('quote_consent').values({ contribution_id: quoted, credit: 'pseudonym' }).execute()
  const document = await aDocument(db)
  const placed = { id: newId(), contribution_id: quoted, document_id: document.id, lang: 'it', placed_text: 'Un cortile comune' }
  await db.insertInto('contribution_placement').values(placed).execute()
  await db.insertInto('contribution_outcome').values({ contribution_id: unquoted, outcome: 'not-taken' }).execute()
  await db.insertInto('contribution_voice').values({ contribution_id: quoted, sha256: 'aa', media_type: 'audio/ogg', size: 1 }).execute()
  await db
    .insertInto('contribution_report')
    .values({ id: newId(), process_id: process.id, reason: `Disturba ${mark}` })
    .execute()
  await createTables(db, editor, { processId: process.id, meetingId: meeting.id }, { titles: ['Tavolo'], prompt: '', lang: 'it' })
  const [table] = await listTables(db, meeting.id)
  const text = { documentId: table!.documentId, lang: 'it' }
  await writeText(db, { ...text, personId: silent.id, change: () => paragraph(`Tavolo ${mark}`) })
  await writeText(db, { ...text, personId: silent.id, change: () => paragraph('Altre') })
  return { process, code, author, silent, quoted, unquoted, text, personal: await makeReturnCode(db, author.id) }
}

const closedAgo = (id: string, days: number) =>
  db
    .updateTable('process')
    .set({ closed_on: sql<string>`current_date - ${days}::int` })
    .where('id', '=', id)
    .execute()

it('nothing goes while a process is open, or before its time; opening it again stops the clock', async () => {
  const { process, unquoted } = await aProcessWithWords('Gamma')
  expect(await endRetention(db)).toBe(0)
  await closeProcess(db, editor, process.id)
  await db.updateTable('process').set({ keep_months: 1 }).where('id', '=', process.id).execute()
  await closedAgo(process.id, 20)
  expect(await endRetention(db)).toBe(0)
  await closedAgo(process.id, 40)
  await publishProcess(db, editor, process.id)
  expect(await endRetention(db)).toBe(0)
  expect(await db.selectFrom('contribution').select('body').where('id', '=', unquoted).executeTakeFirst()).toEqual({
    body: 'Segreto Gamma',
  })
})

it('when its time is over words, recordings, sessions and tables go; figures, outcomes and consented quotes stay', async () => {
  const { process, author, silent, quoted, unquoted, text, personal } = await aProcessWithWords('Delta')
  await closeProcess(db, editor, process.id)
  await closedAgo(process.id, 3 * 366)
  expect(await endRetention(db)).toBe(1)
  expect(await endRetention(db)).toBe(0)

  const answers = await db
    .selectFrom('contribution')
    .select(['id', 'body', 'participant_id'])
    .where('process_id', '=', process.id)
    .execute()
  expect(answers).toHaveLength(2)
  expect(answers).toContainEqual({ id: quoted, body: 'Un cortile comune', participant_id: author.id })
  expect(answers).toContainEqual({ id: unquoted, body: '', participant_id: null })
  expect(await db.selectFrom('contribution_outcome').select('outcome').where('contribution_id', '=', unquoted).execute()).toHaveLength(1)
  expect(await db.selectFrom('participant').select(['id', 'secret_sha256']).where('process_id', '=', process.id).execute()).toEqual([
    { id: author.id, secret_sha256: null },
  ])
  expect(textOf((await readText(db, text))!).trim()).toBe('')
  const log = await db.selectFrom('document_update').select('update').where('document_id', '=', text.documentId).execute()
  expect(log.map(({ update }) => update.toString('latin1')).join()).not.toMatch(/Delta|Altre/)

  // Who is quoted comes back with the personal code, and can still take the quote back.
  expect(await returnByCode(db, personal, { ip: '192.0.2.9', secure: false })).toMatchObject({ ok: true })

  const { rows: tables } = await sql<{ name: string }>`
    select format('%I', table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
    db,
  )
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(db)
    const dump = rows.map(({ row }) => row).join('\n')
    for (const trace of ['Delta', silent.id]) expect(dump.includes(trace), `${name} holds ${trace}`).toBe(false)
  }
})

it('sessions that open nothing any more are forgotten every night', async () => {
  const process = await aProcess(db)
  const gone = await aParticipant(db, process.id)
  await db.updateTable('participant').set({ secret_ends_on: '2020-01-01' }).where('id', '=', gone.id).execute()
  await endRetention(db)
  expect(await db.selectFrom('participant').select('secret_sha256').where('id', '=', gone.id).executeTakeFirst()).toEqual({
    secret_sha256: null,
  })
})
