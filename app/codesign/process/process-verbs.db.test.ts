import { expect, it } from 'vitest'
import { AppError } from '#app/shared/app-error.ts'
import { visitor } from '#app/shared/actor.ts'
import { translator } from '#app/shared/messages/translate.ts'
import { accessTo } from '#app/desk/document-access.server.ts'
import { aJoinCode, aParticipant } from '#tests/support/codesign.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { readParticipant } from '../join/participant-session.server.ts'
import { archiveProcess } from './archive-process.server.ts'
import { changeProcess } from './change-process.server.ts'
import { closeProcess } from './close-process.server.ts'
import { createProcess } from './create-process.server.ts'
import { readDeskProcess } from './desk-page.queries.server.ts'
import { readProcessPage } from './process-page.queries.server.ts'
import { findProcess } from './process.queries.server.ts'
import { publishProcess } from './publish-process.server.ts'

const { db } = await useTestDatabase()
const facilitator = await aPerson(db, { role: 'facilitator' })
const other = await aPerson(db, { role: 'facilitator' })
const editor = await aPerson(db, { role: 'editor' })
const t = translator('it')

async function aDraft(title = 'Piazza comune') {
  const slug = await createProcess(db, facilitator, { title, summary: 'Che cosa ne facciamo?' })
  const { id, documentId } = await findProcess(db, facilitator, slug)
  const send = (fields: Record<string, string>, actor = facilitator) => {
    const body = new URLSearchParams(fields)
    return changeProcess({ db, actor, t }, id, new Request('http://x.example/', { method: 'POST', body }))
  }
  return { slug, id, documentId, send, desk: () => readDeskProcess(db, facilitator, slug) }
}
const inCatalogue = (id: string) =>
  db
    .selectFrom('catalogue_entry')
    .select(['lang', 'title', 'url', 'period_state'])
    .where('id', '=', `process:${id}`)
    .orderBy('lang')
    .execute()

it('a process is a draft for those who run it until an editor publishes it; then it is found, in its languages', async () => {
  const { slug, id, send } = await aDraft()
  await expect(findProcess(db, visitor, slug)).rejects.toThrow('not-found')
  await send({ intent: 'text', lang: 'en', title: 'Common square', summary: 'What do we make of it?' })
  await send({ intent: 'text', lang: 'sq', title: 'Sheshi i përbashkët' })
  await expect(publishProcess(db, facilitator, id)).rejects.toThrow('forbidden')
  expect(await inCatalogue(id)).toEqual([])
  await publishProcess(db, editor, id)
  expect(await inCatalogue(id)).toEqual([
    { lang: 'en', title: 'Common square', url: `/partecipa/${slug}`, period_state: 'ongoing' },
    { lang: 'it', title: 'Piazza comune', url: `/partecipa/${slug}`, period_state: 'ongoing' },
  ])
  expect((await readProcessPage(db, visitor, slug, 'ar')).text.lang).toBe('en')
  await closeProcess(db, editor, id)
  expect((await inCatalogue(id)).map(({ period_state }) => period_state)).toEqual(['ended', 'ended'])
  await archiveProcess(db, editor, id)
  expect(await inCatalogue(id)).toEqual([])
  await expect(findProcess(db, visitor, slug)).rejects.toThrow('not-found')
})

it('ending a process ends everybody who came in, and every code', async () => {
  const { id } = await aDraft()
  await publishProcess(db, editor, id)
  const code = await aJoinCode(db, id)
  const person = await aParticipant(db, id, { join_code_id: code.id })
  await closeProcess(db, editor, id)
  expect((await readParticipant(db, person.cookie, { secure: false }))?.ended).toBe('process-closed')
})

it('phases, meetings, questions and changes are written in one language at a time; the Italian makes the others look again', async () => {
  const { send, desk } = await aDraft()
  await send({ intent: 'phase', lang: 'it', title: 'Ascolto', what_now: 'Racconta', starts_on: '2026-01-01', ends_on: '2026-02-01' })
  const phase = (await desk()).phases[0]!
  await send({ intent: 'phase', id: phase.id, lang: 'ur', title: 'سننا', starts_on: '2026-01-01', ends_on: '2026-03-01' })
  expect((await desk()).phases).toMatchObject([{ endsOn: '2026-03-01', texts: [{ lang: 'it', whatNow: 'Racconta' }, { lang: 'ur' }] }])

  await send({ intent: 'meeting', title_it: 'Primo', day: '2026-07-02', start: '17:00', end: '19:00', phase_id: phase.id })
  const meeting = (await desk()).meetings[0]!
  expect(meeting.startsAt.toISOString()).toBe('2026-07-02T15:00:00.000Z')

  await send({ intent: 'prompt', lang: 'it', kind: 'choice', question: 'Dove?', choices: 'Qui\nLà', meeting_id: meeting.id })
  const prompt = (await desk()).prompts[0]!
  const uneven = await send({
    intent: 'prompt',
    id: prompt.id,
    lang: 'en',
    kind: 'choice',
    question: 'Where?',
    choices: 'Here\nThere\nElsewhere',
  })
  expect(uneven).toMatchObject({ ok: false, form: `prompt:${prompt.id}`, errors: { choices: t('codesign.desk.error.choices') } })
  await send({ intent: 'prompt', id: prompt.id, lang: 'en', kind: 'choice', question: 'Where?', choices: 'Here\nThere' })
  await send({ intent: 'prompt', id: prompt.id, lang: 'it', kind: 'choice', question: 'In che posto?', choices: 'Qui\nLà' })
  expect((await desk()).prompts[0]?.texts).toMatchObject([
    { lang: 'it', question: 'In che posto?', toReview: false },
    { lang: 'en', choices: ['Here', 'There'], toReview: true },
  ])

  await send({ intent: 'change', lang: 'it', happened_on: '2026-05-01', body: 'Panchine nuove' })
  const change = (await desk()).changes[0]!
  await send({ intent: 'remove-change', id: change.id })
  await send({ intent: 'remove-phase', id: phase.id })
  const after = await desk()
  expect([after.changes, after.phases, after.meetings[0]?.phaseId]).toEqual([[], [], null])
})

it.each([
  [{ intent: 'text', title: '' }, 'title', 'required'],
  [{ intent: 'phase', title: 'A', starts_on: '2026-02-01', ends_on: '2026-01-01' }, 'ends_on', 'order'],
  [{ intent: 'meeting', title_it: 'A', day: '2026-02-30', start: '10:00', end: '11:00' }, 'day', 'date'],
  [{ intent: 'prompt', question: 'A', kind: 'choice', choices: 'una' }, 'choices', 'choices'],
  [{ intent: 'facts', territory: 'Atlantide' }, 'territory', 'unknown-place'],
  [{ intent: 'change', happened_on: '2026-01-01', body: 'A', url: 'javascript:alert(1)' }, 'url', 'url'],
  [{ intent: 'add-facilitator', email: 'nessuno@example.org' }, 'email', 'unknown-person'],
] as const)('a form that does not fit keeps what was typed: %j', async (fields, field, code) => {
  const { send } = await aDraft()
  expect(await send(fields)).toEqual({
    ok: false,
    form: fields.intent,
    errors: { [field]: t(`codesign.desk.error.${code}`) },
    typed: { ...fields },
  })
})

it('facilitators are added by address, write the text, and lose it when they are taken away; the last one stays', async () => {
  const { send, documentId, id, desk } = await aDraft()
  const text = `${documentId}.it`
  expect(await accessTo(db, other, text)).toBe('none')
  await send({ intent: 'add-facilitator', email: other.email })
  expect([await accessTo(db, other, text), await accessTo(db, editor, text), await accessTo(db, visitor, text)]).toEqual([
    'write',
    'publish',
    'none',
  ])
  await send({ intent: 'remove-facilitator', id: facilitator.id }, other)
  expect(await accessTo(db, facilitator, text)).toBe('none')
  await send({ intent: 'remove-facilitator', id: other.id }, other)
  expect(await accessTo(db, other, text)).toBe('write')
  await expect(desk()).rejects.toThrow('not-found')
  expect(id).toBeTruthy()
})

it('a part of another process is not found', async () => {
  const mine = await aDraft()
  const theirs = await aDraft('Altro')
  await theirs.send({ intent: 'phase', lang: 'it', title: 'Loro' })
  const phase = (await theirs.desk()).phases[0]!
  await expect(mine.send({ intent: 'phase', id: phase.id, lang: 'it', title: 'Mia' })).rejects.toThrow(AppError)
  await expect(
    mine.send({ intent: 'meeting', title_it: 'A', day: '2026-01-01', start: '10:00', end: '11:00', phase_id: phase.id }),
  ).rejects.toThrow(AppError)
  await expect(mine.send({ intent: 'text', title: 'A' }, other)).rejects.toThrow(AppError)
})
