import Ajv2020 from 'ajv/dist/2020.js'
import { expect, it } from 'vitest'
import { apiChapter, apiChapters } from '#app/manual/api.queries.server.ts'
import { seedExampleChapter } from '#app/manual/seed/seed-example-chapter.server.ts'
import { seedManual } from '#app/manual/seed/seed-manual.server.ts'
import { apiProgramme, apiProgrammes } from '#app/training/api.queries.server.ts'
import { seedExampleTraining } from '#app/training/seed/seed-example-training.server.ts'
import { seedTraining } from '#app/training/seed/seed-training.server.ts'
import { citedRecords } from '#tests/support/cited-records.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { openapi } from './openapi.ts'

const { db } = await useTestDatabase()
await citedRecords(db)
await seedTraining(db)
await seedManual(db)
await seedExampleChapter(db, await seedExampleTraining(db, { now: new Date(), memberEmail: 'nobody@example.org' }))

const where = { lang: 'en', origin: 'http://localhost:3000' } as const
const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { uri: true, date: true, 'date-time': true } })
ajv.addSchema(openapi(where.origin), 'api')
function problems(schema: string, answer: unknown) {
  const validate = ajv.compile({ $ref: `api#/components/schemas/${schema}` })
  return validate(JSON.parse(JSON.stringify(answer))) ? [] : validate.errors
}

it('GET /api/v1/chapters lists the nine chapters as described, without examples', async () => {
  const answer = await apiChapters(db, where)
  expect(problems('ChaptersAnswer', answer)).toEqual([])
  expect(answer.chapters.map((chapter) => chapter.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
})

it('GET /api/v1/chapters/{slug} gives the words in the language asked for, else in Italian', async () => {
  const english = await apiChapter(db, where, 'percorsi-di-transizione')
  expect(problems('Chapter', english)).toEqual([])
  expect(english?.text).toMatchObject({ lang: 'en', version: 'v0.2' })
  expect((await apiChapter(db, where, 'bisogni-e-dati'))?.text?.lang).toBe('it')
  expect(await apiChapter(db, where, 'esempio-la-casa-dopo-l-accoglienza')).toBeUndefined()
})

it('GET /api/v1/programmes and /{slug} keep to their description, without examples', async () => {
  const answer = await apiProgrammes(db, where)
  expect(problems('ProgrammesAnswer', answer)).toEqual([])
  expect(answer.programmes.map((programme) => [programme.slug, programme.phase])).toEqual([['abitare-sociale-2023', 'past']])
  const programme = await apiProgramme(db, where, 'abitare-sociale-2023')
  expect(problems('Programme', programme)).toEqual([])
  expect(programme?.sessions[4]).toMatchObject({ title: 'Governance', editorial_title: false, starts_at: '2023-06-01T13:00:00.000Z' })
  expect(await apiProgramme(db, where, 'esempio-scrivere-insieme')).toBeUndefined()
})
