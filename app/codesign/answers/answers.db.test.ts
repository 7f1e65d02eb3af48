import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { aJoinCode, aMeeting, aParticipant, aProcess, aPrompt } from '#tests/support/codesign.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { newId } from '#db/new-id.ts'
import { aPerson } from '#tests/support/factories.ts'
import { sweepFiles } from '#app/shared/files/file-jobs.server.ts'
import { leaveProcess } from '../join/leave-process.server.ts'
import { type Here, readParticipant } from '../join/participant-session.server.ts'
import { revokeJoinCode } from '../join/revoke-join-code.server.ts'
import { sweepAnswers } from './answer-jobs.server.ts'
import { canHearVoices } from './hear-voice.server.ts'
import { listOwnAnswers } from './own-answers.queries.server.ts'
import { listCards } from './prompt.queries.server.ts'
import { answerQuoteRequest } from './quote-consent.server.ts'
import { listCardsOnScreen, reportProblem } from './report-problem.server.ts'
import { type GivenAnswer, saveAnswer } from './save-answer.server.ts'
import { findVoiceUnchecked, keepVoice, transcribeVoice } from './voice.server.ts'
import { putBackAnswer, withdrawAnswer } from './withdraw-answer.server.ts'

const { db } = await useTestDatabase()
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'casa-voice-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

/** A process with a meeting, its code, and somebody who came in by it. */
async function aRoom(meeting: Parameters<typeof aMeeting>[2] = {}) {
  const process = await aProcess(db)
  const { id: meetingId } = await aMeeting(db, process.id, meeting)
  const code = await aJoinCode(db, process.id, { meetingId })
  const enter = async (lang = 'it') => {
    const { id, cookie } = await aParticipant(db, process.id, { join_code_id: code.id, lang })
    const read = async (): Promise<Here> => (await readParticipant(db, cookie, { secure: false })) as Here
    return { id, read, here: await read() }
  }
  return { process, meetingId, code, enter }
}

const given = (promptId: string, more: Partial<GivenAnswer> = {}): GivenAnswer => ({ promptId, clientKey: newId(), body: '', ...more })
const storedBy = (participantId: string) =>
  db.selectFrom('contribution').selectAll().where('participant_id', '=', participantId).orderBy('created_at').execute()

it('stores an answer sent many times at once only once, with its last words', async () => {
  const { process, enter } = await aRoom()
  const { id, here } = await enter('ar')
  const prompt = await aPrompt(db, process.id)
  const answer = given(prompt.id, { body: 'Una casa' })
  const saved = await Promise.all(Array.from({ length: 8 }, () => saveAnswer(db, here, answer)))
  expect(new Set(saved.map((one) => (one.ok ? one.id : one.refusal.reason))).size).toBe(1)
  await saveAnswer(db, here, { ...answer, body: 'Una casa vicina' })
  expect(await storedBy(id)).toMatchObject([{ body: 'Una casa vicina', lang: 'ar', state: 'shown' }])
})

it('keeps one choice per person, and as many ideas as they have', async () => {
  const { process, enter } = await aRoom()
  const { id, here } = await enter()
  const choice = await aPrompt(db, process.id, { choices: { it: ['sì', 'no'] } })
  const open = await aPrompt(db, process.id)
  await saveAnswer(db, here, given(choice.id, { choice: 0 }))
  await saveAnswer(db, here, given(choice.id, { choice: 1, body: 'forse' }))
  expect(await saveAnswer(db, here, given(choice.id, { choice: 9 }))).toMatchObject({ ok: false, refusal: { reason: 'empty' } })
  await saveAnswer(db, here, given(open.id, { body: 'prima' }))
  await saveAnswer(db, here, given(open.id, { body: 'seconda' }))
  expect((await storedBy(id)).map(({ choice, body }) => [choice, body])).toEqual([
    [1, 'forse'],
    [null, 'prima'],
    [null, 'seconda'],
  ])
})

it('never touches the answer of somebody else, whatever key is sent', async () => {
  const { process, enter } = await aRoom()
  const [one, other] = [await enter(), await enter()]
  const prompt = await aPrompt(db, process.id)
  const answer = given(prompt.id, { body: 'mia' })
  const saved = await saveAnswer(db, one.here, answer)
  expect(await saveAnswer(db, other.here, { ...answer, body: 'tua' })).toMatchObject({ ok: false })
  const id = saved.ok ? saved.id : ''
  expect(await withdrawAnswer(db, other.here, id)).toBe(false)
  expect(await putBackAnswer(db, other.here, id)).toBe(false)
  expect(await answerQuoteRequest(db, other.here, id, 'pseudonym')).toBe(false)
  expect(await listOwnAnswers(db, other.here)).toEqual([])
  expect(await storedBy(one.id)).toMatchObject([{ body: 'mia', state: 'shown' }])
})

it('asks only the questions of their meeting, in their language or in what there is', async () => {
  const { process, meetingId, enter } = await aRoom()
  const elsewhere = await aMeeting(db, process.id)
  const here = await aPrompt(db, process.id, { meeting_id: meetingId })
  await aPrompt(db, process.id, { meeting_id: elsewhere.id })
  await aPrompt(db, process.id, { state: 'closed' })
  await aPrompt(db, (await aProcess(db)).id)
  await db.insertInto('prompt_text').values({ prompt_id: here.id, lang: 'fr', question: 'Qu’est-ce qui aide ?', to_review: true }).execute()
  const cards = async (lang: string) => listCards(db, (await enter(lang)).here)
  expect(await cards('fr')).toMatchObject([{ id: here.id, text: { lang: 'fr', toReview: true }, original: { lang: 'it' } }])
  expect(await cards('it')).toMatchObject([{ text: { lang: 'it' }, original: undefined }])
  expect(await cards('ur')).toMatchObject([{ text: { lang: 'it' }, original: undefined }])
})

it('refuses from the moment the code is closed', async () => {
  const { process, code, enter } = await aRoom()
  const { here, read } = await enter()
  const prompt = await aPrompt(db, process.id)
  const answer = given(prompt.id, { body: 'in tempo' })
  expect(await saveAnswer(db, here, answer)).toMatchObject({ ok: true })
  await revokeJoinCode(db, code.id)
  expect(await saveAnswer(db, here, answer), 'read before, sent after').toMatchObject({ ok: false, refusal: { reason: 'ended' } })
  expect(await saveAnswer(db, await read(), answer)).toMatchObject({ ok: false, refusal: { reason: 'ended' } })
})

it('minds what the facilitator set: stopped, slow, links and first answers held', async () => {
  const { process, meetingId, enter } = await aRoom({ slow_seconds: 30, hold_first: true })
  const { id, here } = await enter()
  const prompt = await aPrompt(db, process.id)
  const answer = given(prompt.id, { body: 'prima' })
  expect(await saveAnswer(db, here, answer)).toMatchObject({ ok: true, held: true })
  expect(await saveAnswer(db, here, given(prompt.id, { body: 'subito' }))).toMatchObject({ refusal: { reason: 'slow', seconds: 30 } })
  await db.updateTable('contribution').set({ state: 'shown', held_reason: null }).where('participant_id', '=', id).execute()
  expect(await saveAnswer(db, here, { ...answer, body: 'vedi www.example.org o 333 123 4567' })).toMatchObject({
    ok: true,
    held: true,
    hints: ['phone'],
  })
  await db.updateTable('meeting').set({ locked: true }).where('id', '=', meetingId).execute()
  expect(await saveAnswer(db, here, answer)).toMatchObject({ refusal: { reason: 'locked' } })
})

it('keeps a voice by what it is, for the sweep too, and lets it go a month after it was written down', async () => {
  const { process, enter } = await aRoom()
  const { here } = await enter()
  const prompt = await aPrompt(db, process.id)
  expect(await keepVoice(dataDir, Buffer.from('<html>no sound</html>'))).toEqual({ refused: 'not-audio' })
  expect(await keepVoice(dataDir, new Uint8Array(3 * 1024 * 1024 + 1))).toEqual({ refused: 'voice-too-large' })
  const wav = Buffer.concat([Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1'), Buffer.alloc(40)])
  const voice = await keepVoice(dataDir, wav, 7.4)
  if ('refused' in voice) throw new Error(voice.refused)
  const saved = await saveAnswer(db, here, given(prompt.id, { voice }))
  if (!saved.ok) throw new Error(saved.refusal.reason)
  expect(await findVoiceUnchecked(db, saved.id)).toMatchObject({ media_type: 'audio/wav', seconds: 7, process_id: process.id })
  expect(await sweepFiles(db, dataDir, Date.now() + 2 * 86_400_000)).toBe(0)
  await transcribeVoice(db, saved.id, { body: 'Una casa', lang: 'it' })
  await sweepAnswers(db)
  expect(await findVoiceUnchecked(db, saved.id)).toBeDefined()
  await db
    .updateTable('contribution_voice')
    .set({ delete_after: sql<Date>`now() - interval '1 day'` })
    .execute()
  expect(await sweepAnswers(db)).toMatchObject({ recordings: 1 })
  expect(await sweepFiles(db, dataDir, Date.now() + 2 * 86_400_000)).toBe(1)
})

it('withdraws, puts back within a week, and then erases the words', async () => {
  const { process, enter } = await aRoom()
  const { id, here } = await enter()
  const prompt = await aPrompt(db, process.id)
  const saved = await saveAnswer(db, here, given(prompt.id, { body: 'Ci ripenso' }))
  const answerId = saved.ok ? saved.id : ''
  await answerQuoteRequest(db, here, answerId, 'pseudonym')
  expect(await withdrawAnswer(db, here, answerId)).toBe(true)
  expect(await listOwnAnswers(db, here)).toMatchObject([{ state: 'withdrawn', consent: { withdrawnOn: expect.any(String) } }])
  expect(await putBackAnswer(db, here, answerId)).toBe(true)
  expect(await storedBy(id)).toMatchObject([{ state: 'held', held_reason: 'put-back', body: 'Ci ripenso' }])
  await withdrawAnswer(db, here, answerId)
  expect(await sweepAnswers(db)).toMatchObject({ erased: 0 })
  await db
    .updateTable('contribution')
    .set({ updated_at: sql<Date>`now() - interval '8 days'` })
    .where('id', '=', answerId)
    .execute()
  expect(await sweepAnswers(db)).toMatchObject({ erased: 1 })
  expect(await storedBy(id)).toMatchObject([{ body: '', state: 'withdrawn' }])
  expect(await putBackAnswer(db, here, answerId)).toBe(false)
})

it('tells what became of an answer in their language, or says in which', async () => {
  const { process, enter } = await aRoom()
  const { here } = await enter('fr')
  const prompt = await aPrompt(db, process.id)
  const ids = await Promise.all(
    ['uno', 'due'].map(async (body) => {
      const saved = await saveAnswer(db, here, given(prompt.id, { body }))
      return saved.ok ? saved.id : ''
    }),
  )
  const outcomes = ids.map((contribution_id, at) => ({ contribution_id, outcome: at === 0 ? 'not-taken' : 'taken-up' }))
  await db.insertInto('contribution_outcome').values(outcomes).execute()
  const reasons = ['it', 'fr'].map((lang) => ({ contribution_id: ids[0] ?? '', lang, reason: `perché ${lang}` }))
  await db
    .insertInto('contribution_outcome_text')
    .values([...reasons, { contribution_id: ids[1] ?? '', lang: 'it', reason: 'solo qui' }])
    .execute()
  const answers = new Map((await listOwnAnswers(db, here)).map((answer) => [answer.id, answer]))
  expect(answers.get(ids[0] ?? '')?.outcome).toEqual({ kind: 'not-taken', reason: { lang: 'fr', reason: 'perché fr', toReview: false } })
  expect(answers.get(ids[1] ?? '')?.outcome).toMatchObject({ kind: 'taken-up', reason: { lang: 'it' } })
  expect(await saveAnswer(db, here, given(prompt.id, { body: 'tre' }))).toMatchObject({ ok: true })
  const { client_key } = await db
    .selectFrom('contribution')
    .select('client_key')
    .where('id', '=', ids[0] ?? '')
    .executeTakeFirstOrThrow()
  expect(await saveAnswer(db, here, { promptId: prompt.id, clientKey: client_key, body: 'altro' })).toMatchObject({
    refusal: { reason: 'closed' },
  })
})

it('asks for consent quote by quote, dated, and again when the words have changed', async () => {
  const { process, enter } = await aRoom()
  const { here } = await enter()
  const prompt = await aPrompt(db, process.id)
  const answer = given(prompt.id, { body: 'Citatemi' })
  const saved = await saveAnswer(db, here, answer)
  const id = saved.ok ? saved.id : ''
  const consent = async () => (await listOwnAnswers(db, here))[0]?.consent
  expect(await consent()).toBeUndefined()
  await answerQuoteRequest(db, here, id, 'none')
  expect(await consent()).toEqual({ credit: 'none', givenOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), withdrawnOn: null })
  await answerQuoteRequest(db, here, id, 'no')
  expect((await consent())?.withdrawnOn).toMatch(/^\d{4}/)
  await answerQuoteRequest(db, here, id, 'pseudonym')
  expect(await consent()).toMatchObject({ credit: 'pseudonym', withdrawnOn: null })
  await saveAnswer(db, here, { ...answer, body: 'Citatemi così' })
  expect(await consent()).toBeUndefined()
})

it('leaves for good without a word left behind', async () => {
  const { process, enter } = await aRoom()
  const { id, here, read } = await enter()
  const prompt = await aPrompt(db, process.id)
  await saveAnswer(db, here, given(prompt.id, { body: 'Parole mie' }))
  expect(await reportProblem(db, here, { reason: 'Qualcuno offende' })).toBe(true)
  await leaveProcess(db, here, { secure: false })
  expect(await read()).toBeUndefined()
  expect(JSON.stringify(await storedBy(id))).not.toContain('Parole mie')
})

it('a report carries the card on the room’s screen that is meant, and no other card', async () => {
  const { process, meetingId, enter } = await aRoom()
  const { id, here } = await enter()
  const [prompt, other] = [await aPrompt(db, process.id), await aPrompt(db, process.id)]
  const [shown, elsewhere] = [
    await saveAnswer(db, here, given(prompt.id, { body: 'Sullo schermo' })),
    await saveAnswer(db, here, given(other.id, { body: 'Non sullo schermo' })),
  ]
  if (!shown.ok || !elsewhere.ok) throw new Error('not saved')
  await db.updateTable('meeting').set({ projected_prompt_id: prompt.id }).where('id', '=', meetingId).execute()
  expect(await listCardsOnScreen(db, here)).toEqual([{ id: shown.id, lang: 'it', body: 'Sullo schermo' }])
  for (const cardId of [shown.id, elsewhere.id]) await reportProblem(db, here, { reason: 'Offende', cardId })
  const rows = await db.selectFrom('contribution_report').select('contribution_id').where('reporter_id', '=', id).execute()
  expect(rows.map((row) => row.contribution_id).toSorted()).toEqual([null, shown.id].toSorted())
})

it.each([
  ['visitor', false],
  ['participant', false],
  ['member', false],
  ['facilitator of another process', false],
  ['facilitator of it', true],
  ['editor', true],
] as const)('a voice is heard by a %s: %s', async (who, heard) => {
  const { process, enter } = await aRoom()
  const role = who === 'editor' || who === 'member' ? who : 'facilitator'
  const person = await aPerson(db, { role })
  if (who === 'facilitator of it')
    await db.insertInto('process_facilitator').values({ process_id: process.id, person_id: person.id }).execute()
  const actor = who === 'visitor' ? { kind: 'visitor' as const } : who === 'participant' ? (await enter()).here.participant : person
  expect(await canHearVoices(db, actor, process.id)).toBe(heard)
})
