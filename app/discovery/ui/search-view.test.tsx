import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import arabic from '#app/shared/messages/generated/ar.js'
import italian from '#app/shared/messages/generated/it.js'
import { setMessages } from '#app/shared/messages/loaded.ts'
import type { Lang } from '#app/shared/languages.ts'
import { I18nProvider } from '#app/shared/ui/i18n.tsx'
import type { SearchPage } from '../search-page.server.ts'
import { SearchView } from './search-view.tsx'

setMessages('it', italian)
setMessages('ar', arabic)

const hit: SearchPage['hits'][number] = {
  id: 'practice:1',
  type: 'practice',
  url: '/buone-pratiche/helios',
  lang: 'it',
  langs: ['it'],
  title: 'HELIOS',
  titleMarked: [{ text: 'HELIOS', mark: false }],
  snippet: [
    { text: 'Contributi all’', mark: false },
    { text: 'affitto', mark: true },
    { text: ' <script>', mark: false },
  ],
  territories: [],
  themes: [],
  kinds: [],
  targets: [],
  periods: [],
  status: 'published',
  publishedAt: null,
  places: ['Grecia'],
  likeness: null,
  years: '2018–2021',
  ongoing: true,
}

const empty: SearchPage = {
  params: { q: 'affitto', filters: {}, sort: 'relevance', page: 1, perPage: 20 },
  words: ['“affitto”'],
  like: { chosen: null, places: [{ id: 'comune:048014', name: 'Empoli' }] },
  total: 0,
  capped: false,
  relaxed: false,
  suggestion: null,
  unanswered: false,
  replaced: false,
  pages: 0,
  groups: [],
  hits: [],
  facets: [],
  help: null,
  onlyForYou: null,
}

const html = (page: Partial<SearchPage>, signedIn = false, lang: Lang = 'it') =>
  renderToStaticMarkup(
    <I18nProvider lang={lang}>
      <SearchView page={{ ...empty, ...page }} signedIn={signedIn} />
    </I18nProvider>,
  )

test('a hit says where and when it was, and in which language alone it is', () => {
  expect(html({ hits: [hit], total: 1 })).toContain('Grecia · 2018–2021 · in corso</p>')
  expect(html({ hits: [{ ...hit, lang: 'en', langs: ['en'] }], total: 1 }, false, 'ar')).toContain('متوفر باللغة English فقط')
})

test('a hit is a link with its type, place and the words that matched, markup as text', () => {
  const markup = html({ total: 1, groups: [{ type: 'practice', total: 9, hits: [hit] }] })
  expect(markup).toContain('<a href="/it/buone-pratiche/helios">HELIOS</a>')
  expect(markup).toContain('Contributi all’<mark>affitto</mark> &lt;script&gt;')
  expect(markup).toContain('Grecia')
  expect(markup).toContain('href="/it/cerca?q=affitto&amp;type=practice"')
})

test('a search that took too long says so, keeps the words, and does not claim that there is nothing', () => {
  const markup = html({ unanswered: true })
  expect(markup).toContain('La ricerca sta impiegando troppo tempo')
  expect(markup).toContain('value="affitto"')
  expect(markup).not.toContain('0 risultati')
})

test('filters are check boxes of a plain form that keeps the question, and chips take them away', () => {
  const options = [{ value: 'theme:housing', label: 'Abitare', count: 4, chosen: true }]
  const markup = html({
    params: { ...empty.params, filters: { theme: ['theme:housing'] } },
    facets: [{ name: 'theme', chosen: 1, parts: [{ level: '', options }] }],
  })
  expect(markup).toMatch(/<form method="get" action="\/it\/cerca#results"[^>]*><input type="hidden" name="q" value="affitto"\/>/)
  expect(markup).toContain('<input type="checkbox" name="theme" checked="" value="theme:housing"/>')
  expect(markup).toMatch(/<a class="chip-link" href="\/it\/cerca\?q=affitto#results">/)
})

test('nothing found leads on: without filters, near words, a proposal', () => {
  const markup = html({
    params: { ...empty.params, filters: { type: ['pact'] } },
    help: { nothingAtAll: false, withoutFilters: 12, near: ['affitti'] },
  })
  expect(markup).toContain('<a href="/it/cerca?q=affitto">Togli i filtri: ci sono 12 risultati</a>')
  expect(markup).toContain('href="/it/cerca?q=affitti"')
  expect(markup).toContain('href="/it/buone-pratiche/proponi"')
})

test('the number of results is announced, and a correction and a stand-in engine are told', () => {
  const markup = html({ total: 3, hits: [hit], suggestion: 'affitto', params: { ...empty.params, q: 'affito' }, replaced: true })
  expect(markup).toMatch(/id="results" tabindex="-1" role="status"[^>]*><strong>3 risultati/)
  expect(markup).toContain('“affito”')
  expect(markup).toContain('risponde quello di riserva')
})

test('places like a municipality: a select without JavaScript, a chip that takes it away, the reason beside each hit', () => {
  const params = { ...empty.params, like: 'comune:048014', filters: { type: ['practice'] } }
  const like = { ...empty.like, chosen: { name: 'Empoli', population: 48_000 } }
  const options = [{ value: 'practice', label: 'Buone pratiche', count: 4, chosen: false }]
  const facets = [{ name: 'type' as const, chosen: 0, parts: [{ level: '', options }] }]
  const markup = html({ total: 1, hits: [{ ...hit, likeness: 'size' }], params, like, facets })
  expect(markup).toContain('<option value="comune:048014" selected="">Empoli</option>')
  expect(markup).toMatch(
    /<a class="chip-link" href="\/it\/cerca\?q=affitto&amp;type=practice#results">.*Posti come Empoli · 48.000 abitanti/,
  )
  expect(markup).toContain('comune di dimensione simile')
  expect(markup).toContain('<input type="hidden" name="like" value="comune:048014"/>')
})

test('a search is saved by who is signed in, offered to who is not, and followed by anybody', () => {
  const visitor = html({ total: 3, hits: [hit] })
  expect(visitor).toContain('href="/it/cerca/feed.atom?q=affitto"')
  expect(visitor).toContain('href="/it/accedi?next=%2Fit%2Fcerca%3Fq%3Daffitto"')
  expect(visitor).not.toContain('action="/it/scrivania/ricerche"')
  expect(html({ total: 3, hits: [hit] }, true)).toMatch(
    /action="\/it\/scrivania\/ricerche"><input type="hidden" name="query" value="q=affitto"/,
  )
  expect(html({ params: { ...empty.params, q: '' } }, true)).not.toContain('scrivania/ricerche')
})

test('nothing carries an inline style: the content policy would drop it', () => {
  expect(html({ total: 1, hits: [hit] })).not.toContain('style=')
})
