import { expect, it } from 'vitest'
import { readText } from '#app/documents/log/read-text.server.ts'
import { aJoinCode, aMeeting, aParticipant, aProcess } from '#tests/support/codesign.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { readParticipant } from '../join/participant-session.server.ts'
import { createTables } from './create-tables.server.ts'
import { listTables } from './table.queries.server.ts'
import { takeSeat } from './take-seat.server.ts'
import { writeAtTable } from './write-at-table.server.ts'

const { db } = await useTestDatabase()

it('a line in another language than the table’s says which, one in the table’s says nothing, whatever its author reads', async () => {
  const process = await aProcess(db)
  const meeting = await aMeeting(db, process.id)
  const code = await aJoinCode(db, process.id, { meetingId: meeting.id })
  const editor = await aPerson(db, { role: 'editor' })
  await createTables(db, editor, { processId: process.id, meetingId: meeting.id }, { titles: ['Tavolo'], prompt: '', lang: 'it' })
  const [table] = await listTables(db, meeting.id)
  const { cookie } = await aParticipant(db, process.id, { join_code_id: code.id, lang: 'ar' })
  const read = async () => (await readParticipant(db, cookie, { secure: false }))!
  await takeSeat(db, (await read()).participant, meeting.id, table!.id)
  const { participant, lang } = await read()
  const text = { documentId: table!.documentId, lang: 'it' }
  await writeAtTable(db, participant, text, 'بيت قريب من العمل', lang)
  await writeAtTable(db, participant, text, 'Una casa vicina al lavoro', lang)
  const written = (await readText(db, text))!.content.filter(({ content }) => content)
  expect(written.map(({ attrs }) => attrs?.lang ?? null)).toEqual(['ar', null])
})
