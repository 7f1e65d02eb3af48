import Ajv2020 from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { visitor } from '#app/shared/actor.ts'
import { recordTypes } from '#app/shared/search/record-types.ts'
import { reindex } from '#search/indexing.ts'
import { createPostgresEngine } from '#search/postgres/engine.ts'
import { startingDocuments } from '#search/relevance/starting-documents.ts'
import { apiPractice, apiPractices } from '#app/practices/api.queries.server.ts'
import { mapPage } from '#app/practices/map-page.server.ts'
import { newId } from '#db/new-id.ts'
import { aDocument, anOrganisation, aPerson } from '#tests/support/factories.ts'
import { aPublicSheet } from '#tests/support/practices.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { catalogueEntries } from './catalogue-entries.server.ts'
import { atomFeed } from './feed.ts'
import { openapi } from './openapi.ts'
import { searchAnswer } from './search-answer.server.ts'
import { searchPage } from './search-page.server.ts'
import { sitemap, standingPages } from './sitemap.ts'
import { translator } from '#app/shared/messages/translate.ts'

const { db } = await useTestDatabase()
const search = createPostgresEngine(db)
const origin = 'http://localhost:3000'
const description = openapi(origin)

const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  formats: { uri: (text: string) => URL.canParse(text), 'date-time': (text: string) => !Number.isNaN(Date.parse(text)) },
})
ajv.addSchema(description, 'api')
/** Problems of an answer against the description; none when it keeps to it. */
function problems(schema: string, answer: unknown) {
  const validate = ajv.compile({ $ref: `api#/components/schemas/${schema}` })
  // As a client gets it.
  return validate(JSON.parse(JSON.stringify(answer))) ? [] : validate.errors
}

const ask = (params: string, actor: Parameters<typeof searchAnswer>[0]['actor'] = visitor) =>
  searchAnswer({ db, search, actor, lang: 'it', params: new URLSearchParams(params), origin })

beforeAll(async () => {
  await reindex(db, search)
  await search.upsert(startingDocuments())
})

describe('GET /api/v1/search', () => {
  it.each([
    'q=affitto',
    'q=',
    'q=affito&type=practice',
    'q=%22patti%20di%20collaborazione%22&sort=title&page=2&per_page=1',
    'q=zzzzqqqq',
    'q=come+trovare+casa+in+affitto+dal+SAI',
    'page=-1&sort=x',
  ])('keeps to its description: %s', async (params) => {
    expect(problems('SearchAnswer', await ask(params))).toEqual([])
  })

  it('names its engine, absolute addresses, and where the words stand in the snippet', async () => {
    const answer = await ask('q=affitto&type=practice')
    expect(answer.engine).toBe('postgres')
    const [hit] = answer.hits
    expect(hit?.url).toMatch(/^http:\/\/localhost:3000\/it\/buone-pratiche\//)
    const [from = 0, to = 0] = hit?.highlights[0] ?? []
    expect(hit?.snippet.slice(from, to).toLowerCase()).toMatch(/^affitt/)
  })

  it('drops a value that does not exist instead of finding nothing', async () => {
    const plain = await ask('q=affitto')
    expect((await ask('q=affitto&territory=provincia:999&type=nonsense')).total).toBe(plain.total)
  })

  it('describes every type it accepts', () => {
    const described = description.paths['/api/v1/search'].get.parameters.find(({ name }) => name === 'type')?.description
    for (const type of recordTypes) expect(described).toContain(type)
  })

  it('has a second group for signed-in people only, outside the public counts', async () => {
    expect(await ask('q=affitto')).not.toHaveProperty('only_for_you')
    const answer = await ask('q=affitto', await aPerson(db))
    expect(answer).toHaveProperty('only_for_you')
    expect(problems('SearchAnswer', answer)).toEqual([])
    expect(answer.total).toBe((await ask('q=affitto')).total)
  })
})

describe('GET /api/v1/suggest', () => {
  it('keeps to its description', async () => {
    for (const q of ['af', 'abitare so', 'zzz'])
      expect(problems('SuggestAnswer', { query: q, suggestions: await search.suggest(q, 'it', 8) })).toEqual([])
  })
})

describe('GET /api/v1/practices', () => {
  it('keeps to its description, in the list and alone', async () => {
    const document = await aDocument(db, { kind: 'practice' })
    const content = JSON.stringify({ type: 'doc', content: [] })
    const edition = { id: newId(), document_id: document.id, lang: 'it', number: 1, content, body: '', sha256: 'none' }
    await db.insertInto('edition').values(edition).execute()
    const sheet = { id: newId(), type: 'practice', slug: 'descritta', document_id: document.id, state: 'published', title_it: 'Descritta' }
    await db.insertInto('practice').values(sheet).execute()
    const source = { practice_id: sheet.id, key: 's1', position: 1, url: 'https://example.org', title: 'Fonte', read_on: '2026-11-22' }
    await db.insertInto('practice_source').values(source).execute()
    const where = { lang: 'it' as const, origin }
    const answer = await apiPractices(db, where, { perPage: 10 })
    expect(answer.practices.map((practice) => practice.slug)).toContain('descritta')
    expect(problems('PracticesAnswer', answer)).toEqual([])
    expect(problems('Practice', await apiPractice(db, where, 'descritta'))).toEqual([])
  })
})

describe('Errors', () => {
  it('keep to their description', () => {
    expect(problems('Error', { error: { code: 'not-found', message: 'No such address' } })).toEqual([])
    expect(problems('Error', { error: 'boom' })).not.toEqual([])
  })
})

describe('The result page', () => {
  const page = (address: string) =>
    searchPage({ db, search, actor: visitor, lang: 'it', t: translator('it'), url: new URL(`${origin}/it/cerca${address}`) })

  it('groups by type until a type is chosen', async () => {
    const grouped = await page('?q=accoglienza')
    expect(grouped.groups.length).toBeGreaterThan(1)
    expect(grouped.groups.reduce((sum, group) => sum + group.total, 0)).toBe(grouped.total)
    const listed = await page('?q=accoglienza&type=practice')
    expect(listed.groups).toEqual([])
    expect(listed.hits.every((hit) => hit.type === 'practice')).toBe(true)
  })

  it('says the years of a practice', async () => {
    const id = await aPublicSheet(db, { title: 'Portineria datata' })
    const dates = { period_start: '2018-05', period_end: '2021' }
    await db.updateTable('practice').set(dates).where('id', '=', id.split(':')[1]!).execute()
    await reindex(db, search)
    await search.upsert(startingDocuments())
    const [group] = (await page('?q=portineria+datata')).groups
    expect(group?.hits[0]).toMatchObject({ id, years: '2018–2021', ongoing: false })
  })

  it('finds what a body is named in, by ente: and autore: alike, on page, list and API', async () => {
    const plain = await page('?q=casa')
    const of = await page('?q=casa+ente:%22Comune+di+Empoli%22')
    expect(of.total).toBeGreaterThan(0)
    expect(of.total).toBeLessThan(plain.total)
    for (const q of ['autore:%22Comune+di+Empoli%22+casa', 'casa+%22Comune+di+Empoli%22'])
      expect((await page(`?q=${q}`)).total).toBe(of.total)
    expect((await ask('q=casa+ente:%22Comune+di+Empoli%22')).total).toBe(of.total)
  })

  it('says what to try when nothing was found', async () => {
    const { help } = await page('?q=affittopoli')
    expect(help?.near).toEqual(expect.arrayContaining(['affitto']))
    const filtered = await page('?q=affitto&type=pact&territory=paese:AT')
    expect(filtered.total).toBe(0)
    expect(filtered.help?.withoutFilters).toBeGreaterThan(0)
  })
})

describe('Places like a municipality', () => {
  const page = (address: string) =>
    searchPage({ db, search, actor: visitor, lang: 'it', t: translator('it'), url: new URL(`${origin}/it/cerca${address}`) })

  it('are its zone and municipalities of similar size: every result says why', async () => {
    const { like, total, hits } = await page('?like=comune:048014&type=practice')
    expect(like.chosen).toMatchObject({ name: 'Empoli' })
    expect(total).toBeGreaterThan(2)
    expect(total).toBeLessThan((await page('?type=practice')).total)
    expect(new Set(hits.map((hit) => hit.likeness)).has(null)).toBe(false)
  })

  it('give way to a place chosen by name, and to nothing when there is no such municipality', async () => {
    const named = await page('?like=comune:048014&territory=provincia:050')
    expect(named.params).not.toHaveProperty('like')
    expect(named.total).toBe((await page('?territory=provincia:050')).total)
    expect((await page('?like=provincia:050')).total).toBe((await page('')).total)
  })

  it('do not keep the map from agreeing with the list of the same question', async () => {
    for (const query of ['?q=casa', '?q=affitto&theme=theme:housing', '?territory=provincia:050']) {
      const map = await mapPage({
        db,
        search,
        env: { DATA_DIR: '/nowhere' },
        lang: 'it',
        t: translator('it'),
        url: new URL(`${origin}/it/mappa${query}`),
      })
      expect(map.total).toBe((await page(`${query}&type=practice`)).total)
    }
  })
})

describe('Feed and sitemap', () => {
  it('hold what is public and nothing else, escaped', async () => {
    await anOrganisation(db, { name: 'A & B <cooperativa>', slug: 'pubblica' })
    await anOrganisation(db, { name: 'Esempio segreto', slug: 'nascosta', is_example: true })
    const entries = await catalogueEntries(db, 'it', 100)
    const feed = atomFeed(entries, { origin, title: 'Novità', lang: 'it', id: '/feed.atom', self: '/feed.atom?lang=it', page: '/it' })
    expect(feed).toContain('A &amp; B &lt;cooperativa&gt;')
    expect(feed).not.toContain('segreto')
    const map = sitemap(entries, standingPages, origin)
    expect(map).toContain(`<loc>${origin}/en/organizzazioni/pubblica</loc>`)
    for (const page of ['dati-aperti', 'statistiche', 'buone-pratiche/proponi']) expect(map).toContain(`<loc>${origin}/ar/${page}</loc>`)
    expect(map).not.toContain('/cerca')
    expect(map).not.toContain('nascosta')
    expect(map).not.toContain('#')
    for (const document of [feed, map]) expect(() => parseXml(document)).not.toThrow()
  })
})

/** Well-formed enough: every element that opens closes, in order. */
function parseXml(text: string): void {
  const open: string[] = []
  for (const [, closing, name = '', self] of text.replace(/<\?.*?\?>/g, '').matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
    if (self) continue
    if (!closing) open.push(name)
    else if (open.pop() !== name) throw new Error(`${name} closes what is not open`)
  }
  if (open.length > 0) throw new Error(`${open.join()} never close`)
}
