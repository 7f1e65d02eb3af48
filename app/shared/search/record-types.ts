/** Kinds of record in the catalogue, in the order groups are shown. */
export const recordTypes = [
  'practice',
  'memorandum',
  'pact',
  'project',
  'chapter',
  'take-away',
  'session',
  'programme',
  'process',
  'organisation',
  'event',
  'glossary',
] as const
export type RecordType = (typeof recordTypes)[number]

export const recordStatuses = ['verified', 'public-source', 'published', 'to-reconfirm'] as const

export const isRecordType = (value: string): value is RecordType => (recordTypes as readonly string[]).includes(value)
