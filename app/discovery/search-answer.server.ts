import type { Db } from '#db/connection.ts'
import { facetNames, type SearchEngine, type SearchHit } from '#search/engine.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Actor } from '#app/shared/actor.ts'
import type { Lang } from '#app/shared/languages.ts'
import { translator } from '#app/shared/messages/translate.ts'
import { findFacetLabels, knownFilters, textLanguageOf } from '#app/shared/search/facet-labels.server.ts'
import { engineQuestion } from '#app/shared/search/named-filters.ts'
import { readSearchParams } from '#app/shared/search/search-params.ts'
import { findOnlyForYou } from './only-for-you.server.ts'

type Asked = { db: Db; search: SearchEngine; actor: Actor; lang: Lang; params: URLSearchParams; origin: string }

/** The answer of `GET /api/v1/search` (contract.md). Texts and labels are in `lang`, picked by Accept-Language. */
export async function searchAnswer({ db, search, actor, lang, params, origin }: Asked) {
  const t = translator(lang)
  const read = readSearchParams(params)
  const filters = knownFilters(read.filters, await findFacetLabels(db, t, lang, read.filters))
  const { q, sort, page, perPage } = read
  const result = await search.search({ ...engineQuestion(q), lang: textLanguageOf(lang), filters, sort, page, perPage, facets: facetNames })
  if (result.unanswered) throw new AppError('unavailable', 'The search took too long; please ask again')
  const labels = await findFacetLabels(db, t, lang, filters, result.facets)
  const facets = Object.fromEntries(
    facetNames.map((name) => [
      name,
      (result.facets[name] ?? []).flatMap(({ value, count }) => {
        const label = labels[name].get(value)?.label
        return label === undefined ? [] : [{ value, label, count }]
      }),
    ]),
  )
  const mine = q === '' ? null : await findOnlyForYou(db, actor, q, textLanguageOf(lang))
  return {
    query: q,
    total: result.total,
    page,
    per_page: perPage,
    took_ms: result.tookMs,
    engine: result.engine,
    hits: result.hits.map((hit) => hitAnswer(hit, lang, origin)),
    facets,
    facets_capped: result.capped,
    relaxed: result.relaxed,
    suggestion: result.suggestion,
    ...(mine && {
      only_for_you: {
        total: mine.total,
        hits: mine.hits.map(({ example: _, ...hit }) => ({ ...hit, url: absolute(hit.url, lang, origin) })),
      },
    }),
  }
}

const absolute = (url: string, lang: Lang, origin: string): string => `${origin}/${lang}${url}`

function hitAnswer(hit: SearchHit, lang: Lang, origin: string) {
  return {
    id: hit.id,
    type: hit.type,
    title: hit.title,
    url: absolute(hit.url, lang, origin),
    lang: hit.lang,
    langs: hit.langs,
    territories: hit.territories,
    themes: hit.themes,
    status: hit.status,
    snippet: hit.snippet.map((part) => part.text).join(''),
    /** Character ranges of the snippet that matched: clients mark them without reading HTML. */
    highlights: highlightsOf(hit),
    published_at: hit.publishedAt?.toISOString() ?? null,
  }
}

function highlightsOf(hit: SearchHit): [number, number][] {
  const ranges: [number, number][] = []
  let at = 0
  for (const part of hit.snippet) {
    if (part.mark) ranges.push([at, at + part.text.length])
    at += part.text.length
  }
  return ranges
}
