import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anOrganisation } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { facetNames, type RebuildSource, type SearchDocument, type SearchEngine, type SearchQuery } from './engine.ts'
import { aDocument } from './relevance/a-document.ts'
import { hasMeilisearch, openTestEngines, type TestEngines } from './relevance/test-engines.ts'

const { db } = await useTestDatabase()
let opened: TestEngines

beforeAll(async () => {
  opened = await openTestEngines(db)
})
afterAll(() => opened.stop())

const engineOf = (name: SearchEngine['name']): SearchEngine => {
  const found = opened.engines.find((each) => each.name === name)
  if (!found) throw new Error(`${name} is not open`)
  return found
}

const sourceOf = (documents: SearchDocument[], changes: Awaited<ReturnType<RebuildSource['changedSince']>> = []): RebuildSource => ({
  async *batches() {
    await Promise.resolve()
    yield documents
  },
  changedSince: () => Promise.resolve(changes),
})

const houses = [
  aDocument({
    id: 'practice:1',
    title: 'Case a Pisa',
    themes: ['theme:housing'],
    territories: ['comune:1'],
    territoriesWithin: ['comune:1', 'provincia:pi', 'regione:t'],
  }),
  aDocument({
    id: 'practice:2',
    title: 'Case a Lucca',
    themes: ['theme:housing', 'theme:work'],
    territoriesWithin: ['comune:2', 'provincia:lu', 'regione:t'],
  }),
  aDocument({
    id: 'pact:3',
    type: 'pact',
    title: 'Patto per le case',
    themes: ['theme:work'],
    territoriesWithin: ['comune:1', 'provincia:pi', 'regione:t'],
    publishedAt: new Date('2026-03-01'),
  }),
  aDocument({ id: 'chapter:4', type: 'chapter', title: 'Altro argomento', summary: 'Nulla di simile', weight: 0.5 }),
]

describe.each([{ name: 'postgres' as const }, ...(hasMeilisearch() ? [{ name: 'meilisearch' as const }] : [])])(
  'The $name engine',
  ({ name }) => {
    let engine: SearchEngine
    const ask = (query: Partial<SearchQuery>) => engine.search({ text: '', lang: 'it', ...query })
    const idsOf = async (query: Partial<SearchQuery>) => (await ask(query)).hits.map((hit) => hit.id).sort()

    beforeEach(async () => {
      engine = engineOf(name)
      // The vocabulary that typos are measured against lives in PostgreSQL, whichever engine answers.
      for (const each of new Set([engineOf('postgres'), engine])) {
        await each.upsert(houses)
        const wanted = new Set(houses.map((house) => house.id))
        await each.remove((await each.ids()).filter((id) => !wanted.has(id)))
      }
    })

    it('finds what was written, forgets what was removed, and says who answered', async () => {
      const before = await ask({ text: 'case' })
      expect(before.engine).toBe(name)
      expect(before.total).toBe(3)
      for (const each of opened.engines) await each.remove(['practice:1', 'practice:never-there'])
      expect(await idsOf({ text: 'case' })).toEqual(['pact:3', 'practice:2'])
    })

    it('replaces a record as a whole, words, suggestions and corrections included', async () => {
      for (const each of opened.engines) await each.upsert([aDocument({ id: 'practice:1', title: 'Segretissimo' })])
      expect(await idsOf({ text: 'segretissimo' })).toEqual(['practice:1'])
      for (const each of opened.engines) await each.upsert([aDocument({ id: 'practice:1', title: 'Pubblico' })])
      expect(await idsOf({ text: 'segretissimo' })).toEqual([])
      expect(await engine.suggest('segret', 'it')).toEqual([])
      expect((await ask({ text: 'segretisimo' })).suggestion).toBeNull()
    })

    it('counts a facet as if nothing were chosen in it, and under what is chosen in the others', async () => {
      const result = await ask({ text: 'case', filters: { theme: ['theme:housing'], type: ['practice'] }, facets: facetNames })
      expect(result.total).toBe(2)
      expect(result.facets.theme).toEqual([
        { value: 'theme:housing', count: 2 },
        { value: 'theme:work', count: 1 },
      ])
      expect(result.facets.type).toEqual([{ value: 'practice', count: 2 }])
      expect(result.facets.territory).toContainEqual({ value: 'regione:t', count: 2 })
      const wider = await ask({ text: 'case', filters: { theme: ['theme:housing', 'theme:work'] }, facets: ['type'] })
      expect(wider.facets.type).toEqual([
        { value: 'practice', count: 2 },
        { value: 'pact', count: 1 },
      ])
    })

    it('leaves out what it is told to, from hits, totals, groups and counts, however it is asked', async () => {
      const except = ['practice:1']
      for (const query of [
        { text: 'case' },
        { text: 'case', sort: 'newest' },
        { text: 'case', sort: 'title' },
        { text: 'case lontananza' },
      ] as const) {
        const { total, hits, facets } = await ask({ ...query, except, facets: ['type'] })
        expect([total, hits.map(({ id }) => id).sort()]).toEqual([2, ['pact:3', 'practice:2']])
        expect(facets.type).toEqual([
          { value: 'pact', count: 1 },
          { value: 'practice', count: 1 },
        ])
      }
      const { groups } = await ask({ text: 'case', except, perType: 5 })
      expect(groups.map(({ type, total }) => [type, total]).sort()).toEqual([
        ['pact', 1],
        ['practice', 1],
      ])
      const chosen = await ask({ text: 'case', except, filters: { type: ['pact'] }, facets: ['type'] })
      expect(chosen.facets.type).toContainEqual({ value: 'practice', count: 1 })
    })

    it('shows under each count as many records as it says', async () => {
      const { facets } = await ask({ facets: facetNames })
      for (const facet of facetNames)
        for (const { value, count } of facets[facet] ?? []) expect((await ask({ filters: { [facet]: [value] } })).total).toBe(count)
    })

    it('finds a record from any place around it', async () => {
      expect(await idsOf({ filters: { territory: ['provincia:pi'] } })).toEqual(['pact:3', 'practice:1'])
      expect(await idsOf({ filters: { territory: ['regione:t'] } })).toEqual(['pact:3', 'practice:1', 'practice:2'])
    })

    it('sorts by date and by title in the reader’s language', async () => {
      expect((await ask({ text: 'case', sort: 'newest' })).hits[0]?.id).toBe('pact:3')
      expect((await ask({ sort: 'title' })).hits.map((hit) => hit.title)).toEqual([
        'Altro argomento',
        'Case a Lucca',
        'Case a Pisa',
        'Patto per le case',
      ])
    })

    it('keeps to the records of a body that is named whole, and reads any other name as a phrase', async () => {
      await anOrganisation(db, { name: `Caritas di Prova ${name}` })
      const own = aDocument({ id: 'practice:7', title: 'Mensa', bodies: [`Caritas di Prova ${name}`] })
      const other = aDocument({ id: 'practice:8', title: `Ringrazia la Caritas di Prova ${name}` })
      for (const each of opened.engines) await each.upsert([own, other])
      const of = (body: string) => idsOf({ text: `"${body}"`, bodies: [body] })
      expect(await of(`caritas di prova ${name}`)).toEqual(['practice:7'])
      expect(await of('Caritas di Prova')).toEqual(['practice:8'])
    })

    it('pages without losing or repeating a record', async () => {
      const pages = await Promise.all([1, 2, 3, 4, 5].map(async (page) => (await ask({ page, perPage: 1 })).hits.map((hit) => hit.id)))
      expect(pages.flat().sort()).toEqual(['chapter:4', 'pact:3', 'practice:1', 'practice:2'])
    })

    it('gives the first hits of each type with that type’s total', async () => {
      const { groups, total } = await ask({ text: 'case', perType: 1 })
      expect(total).toBe(3)
      expect(groups.map((group) => [group.type, group.total, group.hits.length]).sort()).toEqual([
        ['pact', 1, 1],
        ['practice', 2, 1],
      ])
    })

    it('shows a record in the reader’s language, once, and in the other when it has no other', async () => {
      const both = aDocument({
        id: 'practice:5',
        texts: { it: { title: 'Coabitare', summary: '', body: '' }, en: { title: 'Cohabiting', summary: '', body: 'shared kitchen' } },
      })
      const english = aDocument({ id: 'practice:6', texts: { en: { title: 'Kitchen talk', summary: '', body: '' } } })
      for (const each of opened.engines) await each.upsert([both, english])
      const { hits } = await ask({ text: 'kitchen', lang: 'it' })
      expect(hits.map((hit) => [hit.title, hit.lang]).sort()).toEqual([
        ['Coabitare', 'it'],
        ['Kitchen talk', 'en'],
      ])
      expect((await ask({ text: 'kitchen', lang: 'it', filters: { lang: ['en'] } })).hits.map((hit) => hit.lang)).toEqual(['en', 'en'])
    })

    it('says when no record holds all words, and shows those that hold most', async () => {
      const result = await ask({ text: 'case patto argomento' })
      expect(result.relaxed).toBe(true)
      expect(result.total).toBeGreaterThan(0)
    })

    it('suggests titles and words for a beginning', async () => {
      const suggestions = await engine.suggest('cas', 'it')
      expect(suggestions).toContainEqual(expect.objectContaining({ kind: 'record', title: 'Case a Pisa' }))
      expect(suggestions).toContainEqual({ kind: 'term', text: 'case' })
    })

    it('answers hostile questions plainly and soon', async () => {
      const odd = [
        "'",
        '"',
        '\\',
        '&|!():*<->',
        "'; drop table search_document; --",
        '-',
        '--',
        '-"',
        '""',
        '(((((',
        'a & b | !c',
        '%_',
        '$$',
        '{{}}',
        '\u0000\u0001',
        '\u202E\u200Fabc',
        '\uD800',
        '🏠🏠',
        '.*[a-z]+$',
        'NOT AND OR',
        '<script>alert(1)</script>',
        'case '.repeat(2_000),
        'x'.repeat(10_240),
        '"case" '.repeat(500),
        '-casa '.repeat(500),
        'مرحبا',
        '한국어',
      ]
      for (const text of odd) {
        const started = performance.now()
        await ask({
          text,
          facets: facetNames,
          page: 1e9,
          perPage: -4,
          filters: { type: ["x' or 1=1 --", 'y" OR type EXISTS'], territory: ['\\'] },
        })
        await ask({ text, facets: facetNames, perType: 3 })
        await engine.suggest(text, 'it')
        expect(performance.now() - started).toBeLessThan(3_000)
      }
    })

    it('rebuilds to exactly what the source holds, with what changed meanwhile', async () => {
      const late = aDocument({ id: 'practice:9', title: 'Arrivata tardi' })
      const [first, ...others] = houses
      const done = await engine.rebuild(
        sourceOf(
          [...others, first as SearchDocument],
          [
            { id: 'practice:1', document: null },
            { id: 'practice:9', document: late },
          ],
        ),
      )
      expect(done).toBe(4)
      expect(await engine.ids()).toEqual(['chapter:4', 'pact:3', 'practice:2', 'practice:9'])
      expect((await engine.health()).documents).toBe(4)
    })

    it('answers all through a rebuild', async () => {
      let running = true
      const empty: number[] = []
      const asking = (async () => {
        while (running) if ((await ask({ text: 'case' })).total === 0) empty.push(1)
      })()
      for (let i = 0; i < 3; i++) await engine.rebuild(sourceOf(houses))
      running = false
      await asking
      expect(empty).toEqual([])
    })
  },
)
