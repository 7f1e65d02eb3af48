import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { handleMissedSearch, sweepMissedSearches } from './handle-missed-search.server.ts'
import { listMissedSearches } from './missed-search.queries.server.ts'
import { noteMissedSearch, writeMissedSearches } from './note-missed-search.server.ts'

const { db } = await useTestDatabase()
let day = 0
const ask = (text: string, asker: string, lang: 'it' | 'en' = 'it') => noteMissedSearch({ text, lang, asker, day: `day ${day}` })

beforeEach(async () => {
  day += 1
  await writeMissedSearches(db)
  await db.deleteFrom('missed_search').execute()
})

describe('Searches without results', () => {
  it('reach editors from the third asker on, however they wrote it', async () => {
    ask('Cohousing anziani', 'anna')
    ask('cohousing  ANZIANI!', 'bruno')
    await writeMissedSearches(db)
    expect(await listMissedSearches(db)).toEqual([])
    ask('"cohousing anziani"', 'carla')
    await writeMissedSearches(db)
    expect(await listMissedSearches(db)).toMatchObject([{ query: 'cohousing anziani', lang: 'it', askers: 3, handled: false }])
  })

  it('count an asker once a day', async () => {
    expect([ask('portierato', 'anna'), ask('Portierato', 'anna'), ask('portierato', 'anna', 'en')]).toEqual([true, false, true])
    day += 1
    expect(ask('portierato', 'anna')).toBe(true)
  })

  it('leave nothing in the database that leads to who asked', async () => {
    const traces = ['203.0.113.7', 'Mozilla/5.0 Prova', '0197-person']
    for (const trace of traces) ask('custodia sociale', trace)
    ask('mario.rossi@example.org', traces[0]!)
    await writeMissedSearches(db)
    const { rows } = await sql<{ row: string }>`select to_json(m)::text as row from missed_search m`.execute(db)
    expect(rows).toHaveLength(1)
    expect(Object.keys(JSON.parse(rows[0]!.row) as object).sort()).toEqual(
      ['askers', 'first_asked_on', 'handled_on', 'id', 'lang', 'last_asked_on', 'query'].sort(),
    )
    for (const trace of [...traces, 'mario']) expect(rows[0]!.row).not.toContain(trace)
  })

  it('are handled by editors only, and go back to the end of the list', async () => {
    for (const text of ['prima', 'seconda']) for (const who of ['a', 'b', 'c']) ask(text, who)
    await writeMissedSearches(db)
    const [first] = await listMissedSearches(db)
    await expect(handleMissedSearch(db, await aPerson(db, { role: 'facilitator' }), { id: first!.id, handled: true })).rejects.toThrow(
      'forbidden',
    )
    const editor = await aPerson(db, { role: 'editor' })
    await handleMissedSearch(db, editor, { id: first!.id, handled: true })
    expect((await listMissedSearches(db)).map((line) => [line.query, line.handled])).toEqual([
      ['seconda', false],
      ['prima', true],
    ])
    await handleMissedSearch(db, editor, { id: first!.id, handled: false })
    expect((await listMissedSearches(db))[0]).toMatchObject({ query: 'prima', handled: false })
  })

  it('are deleted 90 days after they were first asked', async () => {
    for (const [query, days] of [
      ['vecchia', 90],
      ['recente', 89],
    ] as const)
      await sql`insert into missed_search (id, query, lang, askers, first_asked_on) values (gen_random_uuid(), ${query}, 'it', 5, current_date - ${days}::int)`.execute(
        db,
      )
    expect(await sweepMissedSearches(db)).toBe(1)
    expect((await listMissedSearches(db)).map(({ query }) => query)).toEqual(['recente'])
  })
})
