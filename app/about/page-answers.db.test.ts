import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { answerPage } from './answer-page.server.ts'
import { listPageAnswers } from './page-answers.queries.server.ts'
import { sweepComments } from './sweep-comments.server.ts'

const { db } = await useTestDatabase()
const from = (ip: string, day = '2026-11-22') => ({ lang: 'it', ip, day }) as const

it('counts answers per page, those with most "no" first, and keeps words without personal data', async () => {
  await answerPage(db, { page: '/manuale', answer: 'yes', comment: '' }, from('192.0.2.1'))
  await answerPage(db, { page: '/cerca', answer: 'no', comment: 'Manca l’affitto, scrivetemi a lia@example.org' }, from('192.0.2.1'))
  await answerPage(db, { page: '/cerca', answer: 'yes', comment: '' }, from('192.0.2.2'))
  expect(await listPageAnswers(db)).toEqual([
    {
      page: '/cerca',
      yes: 1,
      no: 1,
      comments: [{ useful: false, lang: 'it', comment: 'Manca l’affitto, scrivetemi a […]', day: '2026-11-22' }],
    },
    { page: '/manuale', yes: 1, no: 0, comments: [] },
  ])
})

it('has no column for a person, an address or an hour', async () => {
  const { rows } = await sql<{ name: string; type: string }>`
    select column_name as name, data_type as type from information_schema.columns
    where table_name = 'page_answer' order by ordinal_position`.execute(db)
  expect(rows.map((row) => `${row.name} ${row.type}`)).toEqual([
    'id bigint',
    'page text',
    'lang text',
    'useful boolean',
    'comment text',
    'day date',
  ])
})

it('refuses the 121st answer of a network within an hour, and nothing is written', async () => {
  const given = { page: '/limite', answer: 'no', comment: '' } as const
  for (let n = 0; n < 120; n += 1) expect(await answerPage(db, given, from('198.51.100.7'))).toEqual({ ok: true })
  expect(await answerPage(db, given, from('198.51.100.7'))).toMatchObject({ ok: false, reason: 'too-many' })
  expect((await listPageAnswers(db)).find((row) => row.page === '/limite')?.no).toBe(120)
})

it('drops words after a year and keeps the answer', async () => {
  await answerPage(db, { page: '/vecchia', answer: 'no', comment: 'Poco chiara.' }, from('192.0.2.3', '2025-01-10'))
  expect(await sweepComments(db, '2026-01-11')).toBe(1)
  expect((await listPageAnswers(db)).find((row) => row.page === '/vecchia')).toMatchObject({ no: 1, comments: [] })
})
