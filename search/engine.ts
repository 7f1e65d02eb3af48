/**
 * The one interface behind which search runs. Two engines implement it, PostgreSQL (default and fallback) and
 * Meilisearch; both get the same documents, the same analysis (search/analysis) and the same contract tests.
 */

/** What readers can narrow a result by. The order is the order on the page. */
export const facetNames = ['type', 'theme', 'kind', 'territory', 'target', 'period', 'lang', 'status'] as const
export type FacetName = (typeof facetNames)[number]

export const sorts = ['relevance', 'newest', 'title'] as const
export type Sort = (typeof sorts)[number]

/** Languages the catalogue holds texts in. */
export const textLanguages = ['it', 'en'] as const
export type TextLanguage = (typeof textLanguages)[number]

/** A record's words in one language, as published. */
export type SearchText = { title: string; summary: string; body: string }

/**
 * One public record as engines store it: every published language of it together, so that asking in Italian finds
 * a record that is written in English, once. Built from the catalogue view only (search/read-documents.ts).
 */
export type SearchDocument = {
  /** Catalogue id, `<type>:<uuid>`. */
  id: string
  type: string
  /** Path without the language, e.g. /buone-pratiche/slug. */
  url: string
  texts: Partial<Record<TextLanguage, SearchText>>
  /** Names readers may type for it: places, kinds, bodies; searched, never shown. */
  names: string[]
  /** Bodies that lead it or take part, by name: what `ente:` asks for. */
  bodies?: string[]
  /** Wider words that every record of its kind shares, such as the name of its type and themes; they rank last. */
  about?: string[]
  /** Where it happens, as recorded (ids of db territory). */
  territories: string[]
  /** The same with everything around: municipality → zone, province, region. Filters and counts use this one. */
  territoriesWithin: string[]
  themes: string[]
  kinds: string[]
  targets: string[]
  /** Five-year spans the period touches (`2020-2024`), and `ongoing`. */
  periods: string[]
  status: string
  publishedAt: Date | null
  /** 1 is normal; full sheets weigh more. */
  weight: number
}

export type SearchFilters = Partial<Record<FacetName, string[]>>

export type SearchQuery = {
  /** As typed: any length, any characters. Empty finds everything the filters leave. */
  text: string
  /** The reader's language: hits are shown in it when they have it. */
  lang: TextLanguage
  /** Values of one facet add up (or), facets narrow each other (and). */
  filters?: SearchFilters
  /** Names of bodies (`ente:`), which are phrases of `text` too: one that is a body of ours filters, any other stays a phrase. */
  bodies?: readonly string[]
  sort?: Sort
  /** From 1. */
  page?: number
  /** At most 100, default 20. */
  perPage?: number
  /** Facets to count; none by default. A facet's counts ignore its own selection. */
  facets?: readonly FacetName[]
  /** Ids of records to leave out of hits, totals and counts: withdrawn, but still in the index. */
  except?: readonly string[]
  /** Also the first n hits of each type (`groups`); then `hits` is empty. */
  perType?: number
}

/** Text cut so that matching words can be marked: render `mark` parts in <mark>, the rest as text. */
export type Marked = { text: string; mark: boolean }[]

export type SearchHit = {
  id: string
  type: string
  url: string
  /** Language of title and snippet. */
  lang: TextLanguage
  /** All languages the record can be read in. */
  langs: TextLanguage[]
  title: string
  titleMarked: Marked
  /** Why it matched: the passage with the words, or the summary. */
  snippet: Marked
  territories: string[]
  themes: string[]
  kinds: string[]
  targets: string[]
  periods: string[]
  status: string
  publishedAt: Date | null
}

export type FacetCount = { value: string; count: number }

export type SearchResult = {
  total: number
  hits: SearchHit[]
  groups: { type: string; total: number; hits: SearchHit[] }[]
  facets: Partial<Record<FacetName, FacetCount[]>>
  /** True when there are more than 10,000 hits: the total stops there, and counts may be estimates. */
  capped: boolean
  /** "Did you mean": the text with unknown words corrected. The result is already that of the correction. */
  suggestion: string | null
  /** True when nothing held all the words, and the result holds some of them. */
  relaxed: boolean
  engine: 'postgres' | 'meilisearch'
  tookMs: number
  /** True when even a plain list of titles took too long: nothing is known of what there is, asking again may help. */
  unanswered?: boolean
}

export type Suggestion =
  { kind: 'record'; id: string; type: string; title: string; url: string; lang: TextLanguage } | { kind: 'term'; text: string }

/** Everything a rebuild needs: the whole catalogue in batches, and what changed while it ran. */
export type RebuildSource = {
  batches(): AsyncIterable<SearchDocument[]>
  /** Ids indexed since a moment, with their documents now (null: no longer public). */
  changedSince(moment: Date): Promise<{ id: string; document: SearchDocument | null }[]>
}

export type EngineHealth = { ok: boolean; engine: SearchResult['engine']; documents: number; detail?: string }

export type SearchEngine = {
  readonly name: SearchResult['engine']
  /** Never throws on what a reader typed; throws when the engine is away. */
  search(query: SearchQuery): Promise<SearchResult>
  /** Titles and terms for a beginning of a word or two, at most `limit` (8). */
  suggest(text: string, lang: TextLanguage, limit?: number): Promise<Suggestion[]>
  /** Resolves when the documents are findable. */
  upsert(documents: SearchDocument[]): Promise<void>
  /** Resolves when the records are gone. Unknown ids are fine. */
  remove(ids: string[]): Promise<void>
  /** Replaces the whole index without an interval in which search is empty; resolves to the number of documents. */
  rebuild(source: RebuildSource): Promise<number>
  /** Every id in the index, sorted: `casa doctor` compares it with the catalogue. */
  ids(): Promise<string[]>
  health(): Promise<EngineHealth>
}
