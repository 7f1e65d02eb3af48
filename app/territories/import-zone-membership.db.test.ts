import { expect, it } from 'vitest'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { importZoneMembership } from './import-zone-membership.server.ts'

const { db } = await useTestDatabase()
const csv = (...lines: string[]): Buffer => Buffer.from(['istat_code,zone_code,source,verified', ...lines].join('\n'))
const membership = (code: string) =>
  db
    .selectFrom('zone_membership')
    .select(['zone_id', 'source', 'verified'])
    .where('municipality_id', '=', `comune:${code}`)
    .executeTakeFirst()

it('corrects memberships and says how many changed', async () => {
  const file = csv('045009,lunigiana,BURT 12/2026,yes', '048017,firenze,Delibera 1/2026,no')
  expect(await importZoneMembership(db, file)).toEqual({ changed: 2, unchanged: 0, problems: [] })
  expect(await membership('045009')).toEqual({ zone_id: 'zona:lunigiana', source: 'BURT 12/2026', verified: true })
  expect(await importZoneMembership(db, file)).toEqual({ changed: 0, unchanged: 2, problems: [] })
})

it('takes codes that a spreadsheet has stripped of their zero', async () => {
  expect((await importZoneMembership(db, csv('45001,apuane,BURT,si'))).changed).toBe(1)
  expect((await membership('045001'))?.zone_id).toBe('zona:apuane')
})

it('names every wrong row and field, and writes nothing then', async () => {
  const before = await membership('100005')
  const { changed, problems } = await importZoneMembership(
    db,
    csv('100005,pisana,BURT,yes', '999999,pisana,BURT,yes', '100005,nowhere,,perhaps'),
  )
  expect(changed).toBe(0)
  expect(problems.map(({ row, field }) => `${row} ${field}`)).toEqual([
    '3 istat_code',
    '4 zone_code',
    '4 source',
    '4 verified',
    '4 istat_code',
  ])
  expect(await membership('100005')).toEqual(before)
})

it('refuses a file without rows', async () => {
  expect((await importZoneMembership(db, csv())).problems).toHaveLength(1)
})
