import type { Db } from '#db/connection.ts'
import type { SearchEngine } from '#search/engine.ts'
import type { Lang } from '#app/shared/languages.ts'
import { translator } from '#app/shared/messages/translate.ts'
import { textLanguageOf } from '#app/shared/search/facet-labels.server.ts'
import { hasFilters, searchQueryString } from '#app/shared/search/search-params.ts'
import { askedSearch } from './asked-search.server.ts'
import { catalogueEntries } from './catalogue-entries.server.ts'
import { atomFeed } from './feed.ts'
import { newestOfSearch } from './newest-of-search.server.ts'

const MOST = 50

type Asked = { db: Db; search: SearchEngine; origin: string; lang: Lang; address: URLSearchParams; self: string }

/** The Atom feed of any search: the parameters of the result page, public records only. Without any, of everything. */
export async function searchFeed({ db, search, origin, lang, address, self }: Asked): Promise<Response> {
  const t = translator(lang)
  const asked = await askedSearch(db, { t, lang }, address)
  const all = asked.params.q === '' && !hasFilters(asked.params) && !asked.lost
  const entries = all ? await catalogueEntries(db, textLanguageOf(lang), MOST) : await newestOfSearch({ db, search }, asked, lang, MOST)
  const query = searchQueryString({ ...asked.params, sort: 'newest', page: 1 })
  const title = [t('discovery.feed.title'), ...asked.words].join(' · ')
  const feed = atomFeed(entries, {
    origin,
    title,
    lang,
    self,
    id: all ? '/feed.atom' : self,
    page: all ? `/${lang}` : `/${lang}/cerca${query}`,
  })
  return new Response(feed, {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8', Vary: 'Accept-Language', 'Cache-Control': 'public, max-age=300' },
  })
}
