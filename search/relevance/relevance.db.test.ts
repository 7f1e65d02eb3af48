import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#tests/support/test-database.ts'
import type { SearchEngine } from '../engine.ts'
import { startingDocuments } from './starting-documents.ts'
import { hasMeilisearch, openTestEngines, type TestEngines } from './test-engines.ts'

type Case = { query: string; lang: 'it' | 'en'; within: string; expected: string; absent: string; why: string }
const cases: Case[] = parse(readFileSync(path.join(import.meta.dirname, 'cases.csv'), 'utf8'), { columns: true })
const { db } = await useTestDatabase()
let opened: TestEngines

beforeAll(async () => {
  opened = await openTestEngines(db)
  for (const engine of opened.engines) await engine.upsert(startingDocuments())
})
afterAll(() => opened.stop())

const engine = (name: SearchEngine['name']): SearchEngine => {
  const found = opened.engines.find((each) => each.name === name)
  if (!found) throw new Error(`${name} is not open`)
  return found
}

describe.each([{ name: 'postgres' as const }, ...(hasMeilisearch() ? [{ name: 'meilisearch' as const }] : [])])('On $name', ({ name }) => {
  it.each(cases)('"$query" finds what is meant ($why)', async ({ query, lang, within, expected, absent }) => {
    const { hits } = await engine(name).search({ text: query, lang, perPage: 100 })
    const ids = hits.map((hit) => hit.id)
    expect(ids.length).toBeGreaterThan(0)
    expect(ids.slice(0, Number(within))).toEqual(expect.arrayContaining(expected.split('|').filter(Boolean)))
    for (const id of absent.split('|').filter(Boolean)) expect(ids).not.toContain(id)
  })
})
