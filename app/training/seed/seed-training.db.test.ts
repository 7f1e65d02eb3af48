import { expect, it } from 'vitest'
import { visitor } from '#app/shared/actor.ts'
import { citedIds } from '#app/documents/reading/text-of.ts'
import { citedRecords } from '#tests/support/cited-records.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { romeDay, romeHour } from '#app/shared/rome-time.ts'
import { findProgramme, findSession, listProgrammes, listSessions, listTakeAways } from '../training.queries.server.ts'
import { publishedTexts } from '../training-texts.queries.server.ts'
import { removeExampleTraining, seedExampleTraining } from './seed-example-training.server.ts'
import { seedTraining } from './seed-training.server.ts'

const { db } = await useTestDatabase()
await citedRecords(db)
const takeAways = await seedTraining(db)

it('the 2023 programme has six Thursdays from 15 to 18, and is loaded once', async () => {
  const programme = await findProgramme(db, visitor, 'abitare-sociale-2023')
  const sessions = await listSessions(db, programme!.id)
  expect(sessions.map(({ startsAt, endsAt }) => [romeDay(startsAt), romeHour(startsAt), romeHour(endsAt)])).toEqual(
    ['2023-05-04', '2023-05-11', '2023-05-18', '2023-05-25', '2023-06-01', '2023-06-08'].map((day) => [day, '15:00', '18:00']),
  )
  expect(sessions.filter((session) => !session.editorialTitle).map((session) => session.title_it)).toEqual(['Governance'])
  expect(await seedTraining(db)).toBe(0)
})

it('every session has at least five take-aways, each in Italian and English, with a record or source behind it', async () => {
  const programme = await findProgramme(db, visitor, 'abitare-sociale-2023')
  for (const session of await listSessions(db, programme!.id)) {
    const list = await listTakeAways(db, visitor, session.id)
    expect(list.length).toBeGreaterThanOrEqual(5)
    for (const takeAway of list) {
      const texts = await publishedTexts(db, [takeAway.documentId])
      expect(texts.map((text) => text.lang)).toEqual(['it', 'en'])
      for (const text of texts)
        expect(citedIds(text.content).length + JSON.stringify(text.content).split('sourceRef').length - 1).toBeGreaterThan(0)
    }
  }
})

it('every source a session refers to is in its list, in both languages', async () => {
  const programme = await findProgramme(db, visitor, 'abitare-sociale-2023')
  for (const { slug, id } of await listSessions(db, programme!.id)) {
    const session = await findSession(db, programme!.id, slug)
    const documents = [session!.document_id, ...(await listTakeAways(db, visitor, id)).map((takeAway) => takeAway.documentId)]
    for (const { lang, content } of await publishedTexts(db, documents)) {
      const used = [...JSON.stringify(content).matchAll(/"type":"sourceRef","attrs":\{"key":"(s\d+)"/g)].map((match) => match[1])
      const known = session!.sources[lang as 'it' | 'en'].map((source) => source.key)
      expect(known).toEqual(expect.arrayContaining(used))
    }
  }
})

it('programme, sessions and take-aways are in the catalogue, in both languages', async () => {
  const rows = await db
    .selectFrom('catalogue')
    .select(['type', 'lang'])
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('type', 'in', ['programme', 'session', 'take-away'])
    .groupBy(['type', 'lang'])
    .execute()
  const counts = Object.fromEntries(rows.map((row) => [`${row.type} ${row.lang}`, Number(row.n)]))
  expect(counts).toEqual({
    'programme it': 1,
    'programme en': 1,
    'session it': 6,
    'session en': 6,
    'take-away it': takeAways,
    'take-away en': takeAways,
  })
})

it('the example programme is open, meets on the Thursday after the first start, and is never in the catalogue', async () => {
  const member = await aPerson(db, { email: 'member@example.org' })
  const id = await seedExampleTraining(db, { now: new Date('2026-11-22T10:00:00Z'), memberEmail: 'member@example.org' })
  expect(await seedExampleTraining(db, { now: new Date(), memberEmail: 'member@example.org' })).toBe(id)
  const [first] = await listSessions(db, id)
  expect([romeDay(first!.startsAt), romeHour(first!.startsAt), romeHour(first!.endsAt)]).toEqual(['2026-11-26', '15:00', '18:00'])
  expect(await db.selectFrom('enrolment').select(['programme_id', 'person_id']).execute()).toEqual([
    { programme_id: id, person_id: member.id },
  ])
  expect(await db.selectFrom('catalogue').select('id').where('id', '=', `programme:${id}`).execute()).toEqual([])
  expect((await listProgrammes(db, visitor)).map((programme) => programme.isExample)).toContain(true)
})

it('removing the examples leaves the real programme and no text behind', async () => {
  const count = async () =>
    Number(
      (
        await db
          .selectFrom('document')
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )
  const before = await count()
  expect(await removeExampleTraining(db)).toBe(1)
  expect(await count()).toBe(before - 4)
  expect((await listProgrammes(db, visitor)).map((programme) => programme.slug)).toEqual(['abitare-sociale-2023'])
  expect(await removeExampleTraining(db)).toBe(0)
})
