import { recordTypes } from '#app/shared/search/record-types.ts'
import { facetNames, sorts } from '#search/engine.ts'
import { apiSchemas } from './openapi-schemas.ts'

const text = { type: 'string' } as const
const query = (name: string, description: string, schema: object = text) => ({ name, in: 'query', description, schema })
const many = { type: 'array', items: text }
const json = (schema: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } })
const answer = (description: string, schema: string) => ({ description, content: json(schema) })
const failures = { default: answer('What went wrong', 'Error') }

const facetDescriptions: Record<(typeof facetNames)[number], string> = {
  type: `Kind of record: ${recordTypes.join(', ')}`,
  theme: 'Theme id',
  kind: 'Kind of solution id',
  territory: 'Territory id; a province, zone or the region includes everything inside it',
  target: 'Target group id',
  period: 'Five-year span the period begins in (2020-2024), or `ongoing`',
  lang: 'Only records that can be read in this language: it, en',
  status: 'verified, public-source, published, to-reconfirm',
}

/** OpenAPI 3.1 description of the public API; its schemas are checked against real answers in the tests. */
export const openapi = (origin: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Casa Comune',
    version: '1',
    description:
      'Public records on social living in Tuscany. Impossible parameters fall back to their defaults, but for cursors. Accept-Language picks texts and labels.',
    license: { name: 'CC BY 4.0', identifier: 'CC-BY-4.0' },
  },
  servers: [{ url: origin }],
  paths: {
    '/api/v1/search': {
      get: {
        operationId: 'search',
        summary: 'Search everything public',
        description:
          'Public without a session; with one, `only_for_you` adds what this person may read besides. Counts are of public records only.',
        parameters: [
          query('q', 'Words; "a phrase"; -without'),
          ...facetNames.map((name) => ({
            ...query(name, `${facetDescriptions[name]}. Repeat, or part by commas, for several.`, many),
            explode: true,
          })),
          query('sort', 'Order', { enum: [...sorts], default: 'relevance' }),
          query('page', 'Page, from 1', { type: 'integer', minimum: 1, maximum: 500, default: 1 }),
          query('per_page', 'Hits on a page', { type: 'integer', minimum: 1, maximum: 100, default: 20 }),
        ],
        responses: { 200: answer('Hits and facets', 'SearchAnswer'), ...failures },
      },
    },
    '/api/v1/suggest': {
      get: {
        operationId: 'suggest',
        summary: 'Titles and terms while typing',
        parameters: [
          query('q', 'What is typed so far, at least two characters'),
          query('lang', 'Language of titles', { enum: ['it', 'en', 'ar'] }),
        ],
        responses: { 200: answer('At most eight suggestions', 'SuggestAnswer'), ...failures },
      },
    },
    '/api/v1/practices': {
      get: {
        operationId: 'listPractices',
        summary: 'Public sheets, the last published first',
        parameters: [
          query('type', 'Only sheets of this type', { enum: ['practice', 'memorandum', 'pact', 'project', 'event'] }),
          query('per_page', 'Sheets on a page', { type: 'integer', minimum: 1, maximum: 100, default: 20 }),
          query('cursor', '`next` of the page before; anything else is refused'),
        ],
        responses: { 200: answer('A page of sheets', 'PracticesAnswer'), ...failures },
      },
    },
    '/api/v1/practices/{slug}': {
      get: {
        operationId: 'getPractice',
        summary: 'One public sheet with its text and sources',
        parameters: [{ name: 'slug', in: 'path', required: true, schema: text }],
        responses: { 200: answer('The sheet', 'Practice'), ...failures },
      },
    },
    '/api/v1/chapters': {
      get: {
        operationId: 'listChapters',
        summary: 'Public chapters of the manual, in the order of the book',
        responses: { 200: answer('The chapters', 'ChaptersAnswer'), ...failures },
      },
    },
    '/api/v1/chapters/{slug}': {
      get: {
        operationId: 'getChapter',
        summary: 'One public chapter with its words, sources and citations',
        parameters: [{ name: 'slug', in: 'path', required: true, schema: text }],
        responses: { 200: answer('The chapter', 'Chapter'), ...failures },
      },
    },
    '/api/v1/programmes': {
      get: {
        operationId: 'listProgrammes',
        summary: 'Public training programmes, open ones first',
        responses: { 200: answer('The programmes', 'ProgrammesAnswer'), ...failures },
      },
    },
    '/api/v1/programmes/{slug}': {
      get: {
        operationId: 'getProgramme',
        summary: 'One public programme with its sessions',
        parameters: [{ name: 'slug', in: 'path', required: true, schema: text }],
        responses: { 200: answer('The programme', 'Programme'), ...failures },
      },
    },
    '/api/v1/documents': {
      get: {
        operationId: 'listDocuments',
        summary: 'Live documents this person may edit',
        description: 'Needs a session cookie. `name` is the document name to open at `/collab`.',
        security: [{ session: [] }],
        parameters: [query('editable', 'Always 1', { const: '1' })],
        responses: { 200: answer('Documents, the last edited first', 'DocumentsAnswer'), ...failures },
      },
    },
    '/api/v1/openapi.json': {
      get: {
        operationId: 'openapi',
        summary: 'This description',
        responses: { 200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } } },
      },
    },
  },
  components: {
    schemas: apiSchemas,
    securitySchemes: {
      session: { type: 'apiKey', in: 'cookie', name: '__Host-cc_sid', description: 'Over plain http on loopback: cc_sid' },
    },
  },
})
