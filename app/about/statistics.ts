/** Types of public record, in the order in which the statistics name them. */
export const recordTypes = [
  'practice',
  'memorandum',
  'pact',
  'project',
  'event',
  'chapter',
  'programme',
  'session',
  'take-away',
  'process',
  'organisation',
  'glossary',
] as const
export type RecordType = (typeof recordTypes)[number]

export type Statistics = {
  types: { type: RecordType; total: number; it: number; en: number }[]
  themes: { id: string; name: string; records: number }[]
  provinces: { id: string; name: string; records: number }[]
}
