import type { LoaderFunctionArgs } from '@remix-run/node'
import { searchFeed } from '#app/discovery/search-feed.server.ts'
import { isLang } from '#app/shared/languages.ts'
import { readingLanguage } from '#app/shared/http/reading-language.ts'

/** GET /feed.atom: here `lang` is the reader's language, as it always was; the other parameters are those of /cerca. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const address = new URL(request.url).searchParams
  const asked = address.get('lang')
  const lang = isLang(asked) ? asked : readingLanguage(request)
  const search = new URLSearchParams([...address].filter(([name]) => name !== 'lang'))
  return searchFeed({ ...context, lang, address: search, self: `/feed.atom?${new URLSearchParams([['lang', lang], ...search])}` })
}
