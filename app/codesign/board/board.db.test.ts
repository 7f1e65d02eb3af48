import { expect, it } from 'vitest'
import { AppError } from '#app/shared/app-error.ts'
import { newId } from '#db/new-id.ts'
import { aJoinCode, aMeeting, aParticipant, aProcess, aPrompt } from '#tests/support/codesign.ts'
import { anOrganisation, aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { decideOutcome } from '../outcomes/decide-outcome.server.ts'
import { readParticipant } from '../join/participant-session.server.ts'
import { readBoardPage, readScreenPage } from './board-page.server.ts'
import { changeBoard } from './change-board.server.ts'
import { closeCode } from './close-code.server.ts'
import { closeMeeting } from './close-meeting.server.ts'
import { openCode } from './open-code.server.ts'

const { db, pool } = await useTestDatabase()
const facilitator = await aPerson(db, { role: 'facilitator' })
const stranger = await aPerson(db, { role: 'facilitator' })
const { id: promoterId } = await anOrganisation(db)
const contact = { ...(await aPerson(db)), organisations: [{ id: promoterId, role: 'contact' as const }] }

async function aRoom() {
  const process = await aProcess(db, { promoter_id: promoterId })
  await db.insertInto('process_facilitator').values({ process_id: process.id, person_id: facilitator.id }).execute()
  const meeting = await aMeeting(db, process.id)
  const prompt = await aPrompt(db, process.id)
  const code = await aJoinCode(db, process.id, { meetingId: meeting.id })
  const person = await aParticipant(db, process.id, { join_code_id: code.id, pseudonym: `Airone ${process.id.slice(-4)}` })
  const card = async (body: string, more: object = {}) => {
    const id = newId()
    await db
      .insertInto('contribution')
      .values({ id, process_id: process.id, prompt_id: prompt.id, participant_id: person.id, client_key: id, lang: 'ar', body, ...more })
      .execute()
    return id
  }
  const where = { slug: process.slug, meetingId: meeting.id, lang: 'it', origin: 'https://casa.example' }
  const place = { processId: process.id, meetingId: meeting.id }
  const press = (fields: Record<string, string | string[]>, actor = facilitator) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one)
    return changeBoard(db, actor, place, new Request('https://casa.example/', { method: 'POST', body: form }), () =>
      Promise.resolve('none'),
    )
  }
  return {
    process,
    meeting,
    prompt,
    code,
    person,
    card,
    where,
    place,
    press,
    board: () => readBoardPage(db, facilitator, where, prompt.id),
  }
}

it('hidden cards come after all others, however new: what a raid left pushes nothing out', async () => {
  const room = await aRoom()
  const first = await room.card('Prima')
  const hidden = await room.card('Nascosta', { state: 'hidden', created_at: new Date(Date.now() + 60_000) })
  const page = await room.board()
  expect(page.cards.map(({ id }) => id)).toEqual([first, hidden])
})

it('a card lands on the board with its author’s pseudonym and language, and on the screen without any name', async () => {
  const { card, board, where, prompt, press, person } = await aRoom()
  const id = await card('فكرة')
  expect((await board()).cards).toMatchObject([{ id, body: 'فكرة', lang: 'ar', authorId: person.id, outcome: null }])
  await press({ intent: 'project', id: prompt.id })
  const screen = await readScreenPage(db, contact, where)
  expect(screen.cards).toEqual([{ id, lang: 'ar', body: 'فكرة', translation: null }])
  expect(JSON.stringify(screen)).not.toContain('Airone')
})

it('held and hidden cards are on the board and never on the screen', async () => {
  const { card, board, where, prompt, press } = await aRoom()
  const held = await card('https://x.example', { state: 'held', held_reason: 'link' })
  const shown = await card('Buona')
  await press({ intent: 'project', id: prompt.id })
  const onScreen = async () => (await readScreenPage(db, facilitator, where)).cards.map(({ id }) => id)
  expect((await board()).cards).toHaveLength(2)
  expect(await onScreen()).toEqual([shown])
  await press({ intent: 'show', card: held })
  expect((await onScreen()).toSorted()).toEqual([held, shown].toSorted())
  await press({ intent: 'hide', card: [held, shown] })
  expect(await onScreen()).toEqual([])
})

it('cards are grouped, merged, translated and marked; an empty group goes', async () => {
  const { card, board, press } = await aRoom()
  const [one, two, three] = [await card('uno'), await card('due'), await card('tre')]
  await press({ intent: 'group', card: [one, two], title: 'Costi' })
  const [group] = (await board()).groups
  expect(group?.title).toBe('Costi')
  await press({ intent: 'group', card: three, id: group!.id })
  expect((await board()).cards.every(({ groupId }) => groupId === group!.id)).toBe(true)
  expect(await press({ intent: 'merge', card: one })).toEqual({ ok: false, refusal: 'needs-two' })
  await press({ intent: 'merge', card: [one, two] })
  await press({ intent: 'merge', card: [three, one] })
  const merged = Object.fromEntries((await board()).cards.map(({ id, mergedInto, outcome }) => [id, [mergedInto, outcome]]))
  expect(merged).toEqual({ [one]: [three, 'merged'], [two]: [three, 'merged'], [three]: [null, null] })
  await press({ intent: 'translate', card: three, lang: 'it', body: 'Tradotta' })
  await press({ intent: 'mark', card: three })
  expect((await board()).cards.find(({ id }) => id === three)).toMatchObject({
    translation: 'Tradotta',
    translationLang: 'it',
    marked: true,
  })
  await press({ intent: 'group', card: [one, two, three] })
  expect((await board()).groups).toEqual([])
})

it('a merged card loses the reason of an earlier decision, and is taken apart again without an outcome', async () => {
  const { card, board, press } = await aRoom()
  const [first, other] = [await card('uno'), await card('due')]
  const read = async (id: string) => (await board()).cards.find((one) => one.id === id)
  await press({ intent: 'outcome', card: other, outcome: 'not-taken', 'reason.it': 'Costa troppo' })
  expect(await read(other)).toMatchObject({ outcome: 'not-taken', reasons: [{ lang: 'it', reason: 'Costa troppo' }] })
  await press({ intent: 'merge', card: [first, other] })
  expect(await read(other)).toMatchObject({ mergedInto: first, outcome: 'merged', reasons: [] })
  await press({ intent: 'separate', card: other })
  expect(await read(other)).toMatchObject({ mergedInto: null, outcome: null })
})

it('a card that others are merged into says nothing of having been merged itself', async () => {
  const { card, board, press } = await aRoom()
  const [one, two] = [await card('uno'), await card('due')]
  await press({ intent: 'merge', card: [one, two] })
  await press({ intent: 'merge', card: [two, one] })
  expect((await board()).cards.find(({ id }) => id === two)).toMatchObject({ mergedInto: null, outcome: null })
})

it('an idea that is not taken needs a reason, kept in the languages given; the last decision stands', async () => {
  const { card, process, press, board, person } = await aRoom()
  await db.updateTable('participant').set({ lang: 'ar' }).where('id', '=', person.id).execute()
  const id = await card('فكرة')
  expect(await press({ intent: 'outcome', card: id, outcome: 'not-taken' })).toEqual({ ok: false, refusal: 'reason-missing' })
  await press({ intent: 'outcome', card: id, outcome: 'not-taken', 'reason.it': 'Il perché' })
  expect((await board()).cards, 'the board sees that Arabic is missing').toMatchObject([{ authorLang: 'ar', reasons: [{ lang: 'it' }] }])
  await press({ intent: 'outcome', card: id, outcome: 'not-taken', 'reason.ar': 'السبب', 'reason.it': 'Il perché' })
  const reasons = () =>
    db.selectFrom('contribution_outcome_text').select(['lang', 'reason']).where('contribution_id', '=', id).orderBy('lang').execute()
  expect(await reasons()).toEqual([
    { lang: 'ar', reason: 'السبب' },
    { lang: 'it', reason: 'Il perché' },
  ])
  expect(await decideOutcome(db, facilitator, process.id, [id], { outcome: 'taken-up', reasons: {} })).toEqual({ ok: true })
  expect(await reasons()).toEqual([])
})

it('a scribe writes what somebody said only with their consent', async () => {
  const { press, prompt, board } = await aRoom()
  const said = { intent: 'scribe', id: prompt.id, body: 'Detto a voce', lang: 'sq', saidBy: 'Rondine' }
  expect(await press(said)).toEqual({ ok: false, refusal: 'no-consent' })
  expect((await board()).cards).toEqual([])
  await press({ ...said, consent: 'on' })
  expect((await board()).cards).toMatchObject([{ body: 'Detto a voce', lang: 'sq', saidBy: 'Rondine', author: null }])
})

it('a spoken answer is written down by the facilitator, and its recording gets a last day', async () => {
  const { card, board, press } = await aRoom()
  const id = await card('')
  await db
    .insertInto('contribution_voice')
    .values({ contribution_id: id, sha256: '0'.repeat(64), media_type: 'audio/ogg', size: 1 })
    .execute()
  expect((await board()).cards).toMatchObject([{ id, voice: true, body: '' }])
  expect(await press({ intent: 'transcribe', card: id, lang: 'ur', body: ' ' })).toEqual({ ok: false, refusal: 'no-words' })
  await press({ intent: 'transcribe', card: id, lang: 'ur', body: 'کرایہ' })
  expect((await board()).cards).toMatchObject([{ body: 'کرایہ', lang: 'ur' }])
  const voice = await db.selectFrom('contribution_voice').select('delete_after').where('contribution_id', '=', id).executeTakeFirstOrThrow()
  expect(voice.delete_after!.getTime() - Date.now()).toBeGreaterThan(29 * 86_400_000)
})

it('a card that was taken back is gone from the board and cannot be shown again', async () => {
  const { card, board, press } = await aRoom()
  const id = await card('ritirata', { state: 'withdrawn' })
  expect((await board()).cards).toEqual([])
  await expect(press({ intent: 'show', card: id })).rejects.toThrow(AppError)
})

it('closing the code ends everybody who came in by it, in the database and for the live server, at once', async () => {
  const { place, code, person, where } = await aRoom()
  const client = await pool.connect()
  const told: string[] = []
  client.on('notification', ({ payload }) => told.push(payload ?? ''))
  await client.query('listen access_changed')
  expect(await closeCode(db, facilitator, place, code.id)).toBe(1)
  await client.query('select 1')
  client.release(true)
  expect(told).toContain(person.id)
  expect((await readParticipant(db, person.cookie, { secure: false }))?.ended).toBe('revoked')
  expect((await readScreenPage(db, facilitator, where)).code).toBeUndefined()
  const fresh = await openCode(db, facilitator, place, 150)
  expect((await readScreenPage(db, facilitator, where)).code).toBe(fresh)
})

it('opens no code for a process that is not published: nobody could come in by it', async () => {
  const { press, process, place } = await aRoom()
  await db.updateTable('process').set({ state: 'draft' }).where('id', '=', process.id).execute()
  const codes = () => db.selectFrom('join_code').select('id').where('process_id', '=', place.processId).execute()
  const before = await codes()
  expect(await press({ intent: 'open-code', capacity: '20' })).toEqual({ ok: false, refusal: 'not-open' })
  expect(await codes()).toEqual(before)
})

it('a code that is full stays on the board and leaves the screen', async () => {
  const { board, where, code } = await aRoom()
  await db.updateTable('join_code').set({ capacity: 1 }).where('id', '=', code.id).execute()
  const page = await board()
  expect(page.codes).toMatchObject([{ id: code.id, joined: 1, full: true }])
  expect(page.qr).toBeUndefined()
  expect((await readScreenPage(db, facilitator, where)).code).toBeUndefined()
})

it.each<Record<string, string>>([
  { intent: 'open-code', capacity: '' },
  { intent: 'open-code', capacity: '2001' },
  { intent: 'timer', minutes: '' },
  { intent: 'rules', slow: ' ' },
])('a number left empty or out of reach changes nothing and is told: %o', async (fields) => {
  const { press, meeting } = await aRoom()
  await press({ intent: 'timer', minutes: '5' })
  expect(await press(fields)).toEqual({ ok: false, refusal: 'number' })
  const row = await db.selectFrom('meeting').select('timer_ends_at').where('id', '=', meeting.id).executeTakeFirstOrThrow()
  expect(row.timer_ends_at).not.toBeNull()
})

it('closing the meeting closes its questions and its codes', async () => {
  const { place, person, meeting, process } = await aRoom()
  const own = await aPrompt(db, process.id, { meeting_id: meeting.id })
  await closeMeeting(db, facilitator, place)
  expect((await readParticipant(db, person.cookie, { secure: false }))?.ended).toBe('meeting-closed')
  expect((await db.selectFrom('prompt').select('state').where('id', '=', own.id).executeTakeFirst())?.state).toBe('closed')
})

it('every change of a meeting is told to the boards', async () => {
  const { press, card, process, prompt } = await aRoom()
  const client = await pool.connect()
  const told: string[] = []
  client.on('notification', ({ payload }) => told.push(payload ?? ''))
  await client.query('listen codesign_changed')
  const tells = async (act: () => Promise<unknown>) => {
    told.length = 0
    await act()
    await client.query('select 1')
    return told.includes(process.id)
  }
  let id = ''
  expect(await tells(async () => (id = await card('x')))).toBe(true)
  expect(await tells(() => press({ intent: 'outcome', card: id, outcome: 'taken-up' }))).toBe(true)
  expect(await tells(() => press({ intent: 'translate', card: id, body: 'y' }))).toBe(true)
  expect(await tells(() => press({ intent: 'close-prompt', id: prompt.id }))).toBe(true)
  expect(await tells(() => press({ intent: 'timer', minutes: '5' }))).toBe(true)
  expect(await tells(() => aParticipant(db, process.id))).toBe(true)
  client.release(true)
})

it('the promoter’s contact looks on and changes nothing; another facilitator does not even find it', async () => {
  const { where, card, press } = await aRoom()
  const id = await card('x')
  expect((await readBoardPage(db, contact, where, undefined)).process.mayRun).toBe(false)
  await expect(press({ intent: 'hide', card: id }, contact)).rejects.toThrow('forbidden')
  await expect(readBoardPage(db, stranger, where, undefined)).rejects.toThrow('not-found')
  await expect(press({ intent: 'lock' }, stranger)).rejects.toThrow('forbidden')
})
