import type { SearchDocument } from '../engine.ts'

/** For tests: the least a search document can be; a test names only what matters to it. */
export function aDocument(
  overrides: Partial<SearchDocument> & { id: string; title?: string; summary?: string; body?: string },
): SearchDocument {
  const { title = 'Senza nome', summary = '', body = '', ...rest } = overrides
  return {
    type: 'practice',
    url: '/buone-pratiche/prova',
    texts: { it: { title, summary, body } },
    names: [],
    territories: [],
    territoriesWithin: [],
    themes: [],
    kinds: [],
    targets: [],
    periods: [],
    status: 'published',
    publishedAt: new Date('2026-01-01T00:00:00Z'),
    weight: 1,
    ...rest,
  }
}
