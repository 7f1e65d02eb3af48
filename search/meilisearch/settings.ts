import type { Settings } from 'meilisearch'

/** One index; a rebuild fills the other name and swaps. Keys are limited to this prefix. */
export const INDEX = 'casa_catalogue'
export const NEXT_INDEX = 'casa_catalogue_next'

/** Analysed words, in the order they rank. */
export const wordFields = ['a_title', 'a_summary', 'a_near', 'a_body', 'a_far'] as const
/** What a record is about. */
export const headFields = ['a_title', 'a_summary', 'a_near'] as const
export const titleFields = ['title_it', 'title_en'] as const

/**
 * The index settings, versioned here and applied at start when they differ. Stemming, synonyms and typos are ours
 * (search/analysis), shared with PostgreSQL, so Meilisearch's own are off; its tokenizer is kept from guessing
 * languages by `localizedAttributes`.
 */
export const settings: Settings = {
  searchableAttributes: [...wordFields, ...titleFields],
  displayedAttributes: ['id', 'record', 'a_title', 'a_summary', 'a_near', 'weight'],
  filterableAttributes: ['id', 'type', 'themes', 'kinds', 'territoriesWithin', 'targets', 'periods', 'langs', 'status', 'bodies'],
  sortableAttributes: ['publishedAt', 'sort_it', 'sort_en', 'weight'],
  rankingRules: ['sort', 'words', 'proximity', 'attribute', 'exactness', 'weight:desc', 'publishedAt:desc'],
  typoTolerance: { enabled: false },
  stopWords: [],
  synonyms: {},
  localizedAttributes: [
    { attributePatterns: ['a_*', 'title_it'], locales: ['ita'] },
    { attributePatterns: ['title_en'], locales: ['eng'] },
  ],
  pagination: { maxTotalHits: 10_000 },
  faceting: { maxValuesPerFacet: 500, sortFacetValuesBy: { '*': 'count' } },
}
