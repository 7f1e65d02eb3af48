import type { LoaderFunctionArgs } from '@remix-run/node'
import { catalogueEntries } from '#app/discovery/catalogue-entries.server.ts'
import { atomFeed } from '#app/discovery/feed.ts'
import { isLang } from '#app/shared/languages.ts'
import { readingLanguage } from '#app/shared/http/reading-language.ts'
import { translator } from '#app/shared/messages/translate.ts'
import { textLanguageOf } from '#app/shared/search/facet-labels.server.ts'

/** GET /feed.atom */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get('lang')
  const lang = isLang(asked) ? asked : readingLanguage(request)
  const entries = await catalogueEntries(context.db, textLanguageOf(lang), 50)
  const feed = atomFeed(entries, { origin: context.origin, title: translator(lang)('discovery.feed.title'), lang })
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8', Vary: 'Accept-Language' } })
}
