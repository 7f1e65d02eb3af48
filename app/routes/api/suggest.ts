import type { LoaderFunctionArgs } from '@remix-run/node'
import { answering, apiAnswer, readOnly } from '#app/discovery/api-answer.server.ts'
import { isLang } from '#app/shared/languages.ts'
import { readingLanguage } from '#app/shared/http/reading-language.ts'
import { textLanguageOf } from '#app/shared/search/facet-labels.server.ts'

/** GET /api/v1/suggest?q=&lang= : titles and terms while typing. Addresses are without origin and language, for any page to use. */
export function loader({ request, context }: LoaderFunctionArgs) {
  return answering(context, async () => {
    const params = new URL(request.url).searchParams
    const asked = params.get('lang')
    const lang = isLang(asked) ? asked : readingLanguage(request)
    const q = (params.get('q') ?? '')
      .slice(0, 100)
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
    const suggestions = q.length < 2 ? [] : await context.search.suggest(q, textLanguageOf(lang), 8)
    return apiAnswer({ query: q, suggestions })
  })
}

export const action = readOnly
