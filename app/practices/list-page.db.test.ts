import { beforeAll, describe, expect, it } from 'vitest'
import { reindex } from '#search/indexing.ts'
import { createPostgresEngine } from '#search/postgres/engine.ts'
import { translator } from '#app/shared/messages/translate.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { apiPractice, apiPractices } from './api.queries.server.ts'
import { practiceDetailPage } from './detail-page.server.ts'
import { idsOfList, practiceListPage } from './list-page.server.ts'
import { mapPage } from './map-page.server.ts'
import { findPractice } from './practice.queries.server.ts'
import { seedExamplePractices } from './seed/seed-example-practices.server.ts'
import { seedPractices } from './seed/seed-practices.server.ts'

const { db } = await useTestDatabase()
const search = createPostgresEngine(db)
const t = translator('it')
const env = { DATA_DIR: '/nowhere' }

beforeAll(async () => {
  await seedPractices(db)
  await seedExamplePractices(db)
  await reindex(db, search)
}, 120_000)

const asked = (path: string) => ({ db, search, env, lang: 'it' as const, t, url: new URL(path, 'http://localhost') })
const list = (query = '') => practiceListPage(asked(`/it/buone-pratiche${query}`), 'practices')
const map = (query = '') => mapPage(asked(`/it/mappa${query}`))

describe('the list', () => {
  it('holds practices only: memoranda, pacts, projects and the event have lists of their own', async () => {
    const practices = await list()
    expect(practices.total).toBe(60)
    expect(new Set(practices.cards.map((card) => card.type))).toEqual(new Set(['practice']))
    expect((await practiceListPage(asked('/it/patti'), 'pacts')).total).toBe(8)
    expect((await practiceListPage(asked('/it/progetti'), 'projects')).total).toBe(7)
  })

  it('counts under each facet value what choosing it finds', async () => {
    const { facets } = await list()
    for (const name of ['kind', 'theme', 'target', 'territory', 'period'] as const) {
      const options = facets.find((facet) => facet.name === name)?.parts.flatMap((part) => part.options) ?? []
      expect(options.length).toBeGreaterThan(3)
      for (const option of options.slice(0, 4))
        expect((await list(`?${name}=${encodeURIComponent(option.value)}`)).total).toBe(option.count)
    }
  })

  it('finds in a province what happens in its municipalities and zones', async () => {
    const { cards } = await list('?territory=provincia:050')
    expect(cards.map((card) => card.path)).toContain('/buone-pratiche/housing-first-pisa')
  })

  it('treats impossible parameters as absent', async () => {
    for (const query of ['?page=-3', '?sort=cheapest', '?theme=theme:nothing', '?territory=%27%22', '?type=pact', '?q=%00', '?period=x'])
      expect((await list(query)).total).toBe(60)
  })

  it('says what to drop when nothing is found, the most useful first', async () => {
    const nowhere = await list('?kind=kind:information&territory=provincia:052')
    expect(nowhere.total).toBe(0)
    // Nothing is in Siena: only dropping the place helps.
    expect(nowhere.drop).toMatchObject([{ label: 'Siena', total: (await list('?kind=kind:information')).total }])
    const { drop } = await list('?q=zanzibar&kind=kind:cohousing&territory=provincia:048')
    expect(drop.map(({ label }) => label)).toEqual(['“zanzibar”'])
    expect(drop[0]?.total).toBe((await list('?kind=kind:cohousing&territory=provincia:048')).total)
  })

  it('follows a merged term from an old link', async () => {
    const id = 'kind:cohousing'
    const before = (await list(`?kind=${id}`)).total
    await db
      .insertInto('term')
      .values({ id: 'kind:old', list: 'kind', code: 'old', name_it: 'V', name_en: 'O', name_ar: 'ق', merged_into: id })
      .execute()
    expect((await list('?kind=kind:old')).total).toBe(before)
  })
})

describe('the map', () => {
  it.each(['', '?theme=theme:health', '?q=housing', '?kind=kind:transition&lang=en'])('has the total of the list for %s', async (query) => {
    expect((await map(query)).total).toBe((await list(query)).total)
  })

  it.each(['province', 'zone', 'municipality'])('leads from every %s to a list with as many records as it says', async (level) => {
    const { rows, outside, tuscany } = await map(`?level=${level}`)
    for (const row of [...rows.slice(0, 5), ...outside.slice(0, 2), ...(tuscany ? [tuscany] : [])])
      expect((await list(new URL(row.path, 'http://localhost').search)).total).toBe(row.count)
  })

  it('says how many records are for the whole region and in no single area', async () => {
    const { tuscany } = await map()
    const whole = await db
      .selectFrom('practice')
      .innerJoin('practice_territory as t', 't.practice_id', 'practice.id')
      .select('slug')
      .where('type', '=', 'practice')
      .where('t.territory_id', '=', 'regione:toscana')
      .execute()
    expect(tuscany?.regionWide).toBe(whole.length)
  })

  it('draws every area as a link, and takes the types of another list', async () => {
    const drawn = await map('?level=municipality')
    expect(drawn.drawing.areas).toHaveLength(273)
    expect(drawn.drawing.areas.every((area) => area.d.startsWith('m') && area.path.startsWith('/buone-pratiche?territory='))).toBe(true)
    const pacts = await map('?type=pact&type=memorandum')
    expect(pacts.total).toBe(8)
    expect(pacts.list).toBe('/patti')
  })
})

it('exports exactly what the filter finds', async () => {
  const { total } = await list('?theme=theme:community')
  const ids = await idsOfList(asked('/it/buone-pratiche/csv?theme=theme:community&page=2'), 'practices')
  expect(new Set(ids).size).toBe(total)
})

describe('a sheet', () => {
  const page = async (slug: string, lang: 'it' | 'en' | 'ar') => {
    const found = await findPractice(db, { kind: 'visitor' }, slug)
    if (!found || !('sheet' in found)) throw new Error(`${slug} not found`)
    return practiceDetailPage({ db, env, actor: { kind: 'visitor' }, lang }, found.sheet)
  }

  it('has its text in the reader’s language, English for Arabic readers', async () => {
    expect((await page('housing-first-pisa', 'it')).text).toMatchObject({ lang: 'it', blank: false })
    expect((await page('housing-first-pisa', 'en')).text.lang).toBe('en')
    expect(await page('housing-first-pisa', 'ar')).toMatchObject({ text: { lang: 'en' }, title: { lang: 'en' } })
  })

  it('says what is similar, never itself, and where it is', async () => {
    const sheet = await page('housing-first-pisa', 'it')
    expect(sheet.similar.map((card) => card.path)).not.toContain(sheet.path)
    expect(sheet.similar[0]?.kind).toBe(sheet.terms.find((term) => term.list === 'kind')?.name)
    expect(sheet.similar.every((card) => card.reasons.includes('kind'))).toBe(true)
    const own = new Set(sheet.territories.map((place) => place.id))
    for (const { path } of sheet.similar) {
      const other = await page(path.split('/').at(-1) ?? '', 'it')
      expect(other.territories.filter((place) => place.level === 'municipality' && own.has(place.id))).toEqual([])
    }
    expect(sheet.map?.places).toMatch(/^m/)
    expect((await page('curing-the-limbo', 'it')).map).toBeNull()
  })

  it('is short when only the summary is known', async () => {
    expect(await page('curing-the-limbo', 'it')).toMatchObject({ short: true, text: { blank: true } })
  })
})

describe('the API', () => {
  const where = { lang: 'en' as const, origin: 'https://casa.example' }

  it('gives every public sheet once, page by page, and no example', async () => {
    const seen: string[] = []
    for (let after: string | undefined; ;) {
      const { practices, next } = await apiPractices(db, where, { perPage: 20, ...(after ? { after } : {}) })
      seen.push(...practices.map((practice) => practice.slug))
      if (!next) break
      after = next
    }
    expect(seen).toHaveLength(75)
    expect(new Set(seen).size).toBe(75)
    expect(seen.filter((slug) => slug.startsWith('esempio'))).toEqual([])
  })

  it('gives one sheet with sections and sources, and nothing for what is not public', async () => {
    const sheet = await apiPractice(db, where, 'housing-first-pisa')
    expect(sheet?.text?.sections.map((section) => section.key)).toContain('difficulties')
    expect(sheet?.sources.length).toBeGreaterThan(2)
    expect(await apiPractice(db, where, 'esempio-sportello-casa-in-biblioteca')).toBeUndefined()
  })
})
