import { expect, it } from 'vitest'
import { AppError } from '#app/shared/app-error.ts'
import { newId } from '#db/new-id.ts'
import { aJoinCode, aParticipant, aProcess, aPrompt } from '#tests/support/codesign.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { saveAnswer } from '../answers/save-answer.server.ts'
import { readParticipant } from '../join/participant-session.server.ts'
import { listActiveCodes } from '../process/process-parts.queries.server.ts'
import { blockParticipant } from './block-participant.server.ts'
import { containRaid } from './contain-raid.server.ts'
import { hideAllOf } from './hide-all-of.server.ts'

const { db, pool } = await useTestDatabase()
const editor = await aPerson(db, { role: 'editor' })
const member = await aPerson(db)
const here = { secure: false }

async function post(processId: string, promptId: string, participantId: string, body: string): Promise<string> {
  const id = newId()
  const place = { process_id: processId, prompt_id: promptId, participant_id: participantId }
  await db
    .insertInto('contribution')
    .values({ id, ...place, client_key: id, lang: 'it', body })
    .execute()
  return id
}

const statesOf = async (ids: readonly string[]) => {
  const rows = await db.selectFrom('contribution').select(['state']).where('id', 'in', ids).execute()
  return Object.fromEntries([...Map.groupBy(rows, ({ state }) => state)].map(([state, list]) => [state, list.length]))
}

/** An open process, people who came first, and a raid of `joins` through the same code. */
async function aRaid(honestCount: number, joins: number) {
  const process = await aProcess(db)
  const prompt = await aPrompt(db, process.id)
  const code = await aJoinCode(db, process.id, { capacity: 500 })
  const inBy = { join_code_id: code.id }
  const honest = []
  for (let n = 0; n < honestCount; n++) honest.push(await aParticipant(db, process.id, inBy))
  const raiders = []
  for (let n = 0; n < joins; n++) raiders.push(await aParticipant(db, process.id, inBy))
  const { join_order } = await db.selectFrom('participant').select('join_order').where('id', '=', raiders[0]!.id).executeTakeFirstOrThrow()
  return { process, prompt, code, honest, raiders, sinceOrder: join_order }
}

it('a raid of 100 joins and 1,000 posts is contained by one act; what honest people write meanwhile stays', async () => {
  const { process, prompt, code, honest, raiders, sinceOrder } = await aRaid(20, 100)
  const kept = await Promise.all(honest.map(({ id }, n) => post(process.id, prompt.id, id, `Un’idea ${n}`)))
  const spam: string[] = []
  for (let round = 0; round < 10; round++)
    spam.push(...(await Promise.all(raiders.map(({ id }) => post(process.id, prompt.id, id, 'spam')))))

  // The act, while honest people go on.
  const [contained, ...meanwhile] = await Promise.all([
    containRaid(db, editor, process.id, { codeId: code.id, sinceOrder }),
    ...honest.map(({ id }, n) => post(process.id, prompt.id, id, `Scritta durante ${n}`)),
  ])

  expect(contained).toMatchObject({ blocked: 100, hidden: 1_000 })
  expect(await statesOf(spam)).toEqual({ hidden: 1_000 })
  expect(await statesOf([...kept, ...meanwhile])).toEqual({ shown: 40 })

  // The code lets nobody in, a fresh one stands, honest people go on by it, raiders do not.
  const codes = await listActiveCodes(db, process.id)
  expect(codes.map((one) => one.code)).toEqual([contained.code])
  expect(contained.code).not.toBe(code.code)
  expect(codes[0]?.joined).toBe(20)
  expect((await readParticipant(db, honest[0]!.cookie, here))?.ended).toBeUndefined()
  expect((await readParticipant(db, raiders[0]!.cookie, here))?.ended).toBe('blocked')
})

it('who came in while the raid ran and answered once stays, and so does whoever the facilitator knows', async () => {
  const { process, prompt, code, raiders, sinceOrder } = await aRaid(2, 20)
  const [known, ...others] = raiders
  const late = []
  for (let n = 0; n < 5; n++) late.push(await aParticipant(db, process.id, { join_code_id: code.id }))
  const spam = await Promise.all(others.flatMap(({ id }) => Array.from({ length: 10 }, () => post(process.id, prompt.id, id, 'spam'))))
  const busy = await Promise.all(Array.from({ length: 10 }, (_, n) => post(process.id, prompt.id, known!.id, `Verbale ${n}`)))
  const quiet = await Promise.all(late.map(({ id }) => post(process.id, prompt.id, id, 'Un’idea')))

  const contained = await containRaid(db, editor, process.id, { codeId: code.id, sinceOrder, atLeastCards: 5, keep: [known!.id] })

  expect(contained).toMatchObject({ blocked: 19, hidden: 190 })
  expect(await statesOf(spam)).toEqual({ hidden: 190 })
  expect(await statesOf([...busy, ...quiet])).toEqual({ shown: 15 })
  expect((await listActiveCodes(db, process.id))[0]?.joined).toBe(8) // two from before, five late, one known
})

it('an answer that was under way when its author was blocked is refused', async () => {
  const { process, prompt, code, raiders, honest, sinceOrder } = await aRaid(1, 1)
  const before = await Promise.all([raiders[0]!, honest[0]!].map(({ cookie }) => readParticipant(db, cookie, here)))
  await containRaid(db, editor, process.id, { codeId: code.id, sinceOrder })
  const answers = await Promise.all(
    before.map((who) => saveAnswer(db, who!, { promptId: prompt.id, clientKey: newId(), body: 'Arriva tardi' })),
  )
  expect(answers).toMatchObject([{ ok: false, refusal: { reason: 'ended' } }, { ok: true }])
})

it('the live server is told of everybody who was blocked, and of nobody else', async () => {
  const { process, code, raiders, sinceOrder } = await aRaid(3, 5)
  const client = await pool.connect()
  const told: string[] = []
  client.on('notification', ({ channel, payload }) => channel === 'access_changed' && told.push(payload ?? ''))
  await client.query('listen access_changed')
  await containRaid(db, editor, process.id, { codeId: code.id, sinceOrder })
  await client.query('select 1') // notices arrive before the answer
  client.release(true)
  expect(told.toSorted()).toEqual(raiders.map(({ id }) => id).toSorted())
})

it('blocking one person and hiding everything of theirs touches nobody else; what they took back stays taken back', async () => {
  const { process, prompt, honest, raiders } = await aRaid(1, 1)
  const [friend, foe] = [honest[0]!, raiders[0]!]
  const [good, bad, gone] = [
    await post(process.id, prompt.id, friend.id, 'bene'),
    await post(process.id, prompt.id, foe.id, 'male'),
    await post(process.id, prompt.id, foe.id, 'ritirata'),
  ]
  await db.updateTable('contribution').set({ state: 'withdrawn' }).where('id', '=', gone).execute()
  await blockParticipant(db, editor, process.id, foe.id, true)
  expect(await hideAllOf(db, editor, process.id, foe.id)).toBe(1)
  expect(await statesOf([good])).toEqual({ shown: 1 })
  expect(await statesOf([bad])).toEqual({ hidden: 1 })
  expect(await statesOf([gone])).toEqual({ withdrawn: 1 })
  await blockParticipant(db, editor, process.id, foe.id, false)
  expect((await readParticipant(db, foe.cookie, here))?.ended).toBeUndefined()
})

it('who does not run the process contains nothing, and a code of another process is not found', async () => {
  const { process, code } = await aRaid(1, 1)
  const other = await aProcess(db)
  await expect(containRaid(db, member, process.id, { codeId: code.id, sinceOrder: 0 })).rejects.toThrow(AppError)
  await expect(containRaid(db, editor, other.id, { codeId: code.id, sinceOrder: 0 })).rejects.toThrow(AppError)
  expect((await listActiveCodes(db, process.id)).map((one) => one.code)).toEqual([code.code])
})

it('the audit trail says what was done, without anybody’s words', async () => {
  const rows = await db.selectFrom('audit_entry').select(['action', 'detail']).where('action', '=', 'raid.contained').execute()
  expect(rows[0]?.detail).toEqual({ blocked: 100, hidden: 1_000 })
  expect(JSON.stringify(await db.selectFrom('audit_entry').selectAll().execute())).not.toContain('spam')
})
