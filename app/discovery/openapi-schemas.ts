import { facetNames } from '#search/engine.ts'

const text = { type: 'string' } as const
const whole = { type: 'integer', minimum: 0 } as const
const list = (items: object) => ({ type: 'array', items })
const nullable = (schema: { type: string; format?: string }) => ({ ...schema, type: [schema.type, 'null'] })
const textLanguage = { enum: ['it', 'en'] }

/** An object whose every property is required unless named in `optional`, and that has no others. */
const object = (properties: Record<string, object>, optional: string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
})

const facetCount = object({ value: text, label: text, count: whole })

const hit = object({
  id: { ...text, pattern: '^[a-z-]+:.+$', description: 'Catalogue id' },
  type: text,
  title: text,
  url: { ...text, format: 'uri' },
  lang: { ...textLanguage, description: 'Language of title and snippet' },
  langs: list(textLanguage),
  territories: list(text),
  themes: list(text),
  status: text,
  snippet: text,
  highlights: { ...list({ type: 'array', items: whole, minItems: 2, maxItems: 2 }), description: 'From and to, in the snippet' },
  published_at: nullable({ ...text, format: 'date-time' }),
})

const privateHit = object({ id: text, type: text, title: text, url: { ...text, format: 'uri' }, lang: textLanguage })

const dateTime = { ...text, format: 'date-time' }
const address = { ...text, format: 'uri' }

const sheet = {
  id: text,
  type: { enum: ['practice', 'memorandum', 'pact', 'project', 'event'] },
  slug: text,
  url: address,
  lang: textLanguage,
  title: text,
  summary: text,
  themes: list(text),
  kinds: list(text),
  targets: list(text),
  territories: list(object({ id: text, level: text, name: text })),
  place: text,
  country: text,
  period: object({ start: nullable(text), end: nullable(text), ongoing: { type: 'boolean' } }),
  organisations: list(object({ slug: text, name: text, role: { enum: ['lead', 'partner'] } })),
  full_sheet: { type: 'boolean' },
  status: { enum: ['verified', 'own', 'public-source'] },
  licence: text,
  published_at: nullable(dateTime),
  updated_at: dateTime,
}

const source = object({ key: text, url: address, title: text, publisher: text, published_on: nullable(text), read_on: nullable(text) })
const sheetText = object({ lang: textLanguage, edition: whole, sections: list(object({ key: text, text })) })

const chapter = {
  id: text,
  slug: text,
  url: address,
  number: whole,
  lang: textLanguage,
  title: text,
  summary: text,
  published_at: nullable(dateTime),
  updated_at: dateTime,
}
const chapterText = object({ lang: text, edition: whole, version: nullable(text), body: text })
const chapterSource = object({ key: text, url: address, title: text, publisher: text, read_on: nullable(text) })

const programme = {
  id: text,
  slug: text,
  url: address,
  lang: textLanguage,
  title: text,
  summary: text,
  starts_on: { ...text, format: 'date' },
  ends_on: { ...text, format: 'date' },
  phase: { enum: ['open', 'closed', 'past'] },
}
const session = object({
  id: text,
  slug: text,
  url: address,
  number: whole,
  title: text,
  editorial_title: { type: 'boolean' },
  starts_at: dateTime,
  ends_at: dateTime,
  take_aways: whole,
})

export const apiSchemas = {
  ChaptersAnswer: object({ chapters: list(object(chapter)), next: { type: 'null' } }),
  Chapter: object({
    ...chapter,
    languages: list(text),
    text: { oneOf: [chapterText, { type: 'null' }] },
    cites: list(text),
    sources: list(chapterSource),
  }),
  ProgrammesAnswer: object({ programmes: list(object(programme)), next: { type: 'null' } }),
  Programme: object({ ...programme, organisers: list(text), sessions: list(session) }),
  PracticesAnswer: object({ practices: list(object(sheet)), next: { ...nullable(text), description: 'Cursor of the following page' } }),
  Practice: object({ ...sheet, cost: text, text: { oneOf: [sheetText, { type: 'null' }] }, sources: list(source) }),
  DocumentsAnswer: list(object({ name: text, lang: text, title: text, url: address, kind: text })),
  SearchAnswer: object(
    {
      query: text,
      total: whole,
      page: { type: 'integer', minimum: 1 },
      per_page: { type: 'integer', minimum: 1, maximum: 100 },
      took_ms: { type: 'number', minimum: 0 },
      engine: { enum: ['postgres', 'meilisearch'], description: 'The engine that answered' },
      hits: list(hit),
      facets: object(Object.fromEntries(facetNames.map((name) => [name, list(facetCount)]))),
      facets_capped: { type: 'boolean', description: 'There are more than 10,000 hits: total stops there, counts may be estimates' },
      relaxed: { type: 'boolean', description: 'Nothing held all words; these hold most' },
      suggestion: { ...nullable(text), description: 'The query with typos corrected; the hits are those of the correction' },
      only_for_you: {
        ...object({ total: whole, hits: list(privateHit) }),
        description: 'With a session: what this person may read besides',
      },
    },
    ['only_for_you'],
  ),
  SuggestAnswer: object({
    query: text,
    suggestions: list({
      oneOf: [
        object({
          kind: { const: 'record' },
          id: text,
          type: text,
          title: text,
          url: { ...text, description: 'Path without language' },
          lang: textLanguage,
        }),
        object({ kind: { const: 'term' }, text }),
      ],
    }),
  }),
  Error: object({
    error: object({ code: text, message: text, fields: { type: 'object', additionalProperties: text }, ref: text }, ['fields', 'ref']),
  }),
}
