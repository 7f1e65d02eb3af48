import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { organisationKinds } from '#app/organisations/organisation.ts'
import { readContentFile } from '#app/shared/content-file.server.ts'
import { practiceTypes } from '../practice.ts'

const folder = path.resolve(import.meta.dirname, '../../../db/content')

const listOf = (separator: string) =>
  z.string().transform((text) =>
    text
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
const orNull = z.string().transform((text) => text || null)

const recordSchema = z.object({
  slug: z.string().min(1),
  type: z.enum(practiceTypes),
  kind: listOf('|'),
  themes: listOf('|'),
  targets: listOf('|'),
  period_start: orNull,
  period_end: orNull,
  ongoing: z.string().transform((text) => text === 'yes'),
  territory_codes: listOf('|'),
  country: z.string().length(2),
  place: z.string(),
  organisations: listOf(';'),
  title_it: z.string().min(1),
  title_en: z.string().min(1),
  summary_it: z.string().min(1),
  summary_en: z.string().min(1),
  source_url: z.url(),
  certainty: z.enum(['high', 'medium', 'low']),
})
export type SeedRecord = z.infer<typeof recordSchema>

const organisationSchema = z.object({
  slug: z.string().min(1),
  name: z.string().min(1),
  kind: z.enum(organisationKinds),
  territory_code: orNull,
  website: orNull,
})
export type SeedOrganisation = z.infer<typeof organisationSchema>

const read = <Row extends z.ZodType>(file: string, row: Row): z.infer<Row>[] =>
  z.array(row).parse(parse(readFileSync(path.join(folder, file)), { columns: true, bom: true }))

/** The 75 sourced records. Throws when one does not fit. */
export const readRecords = (): SeedRecord[] => read('records.csv', recordSchema)
export const readOrganisations = (): SeedOrganisation[] => read('organisations.csv', organisationSchema)

const sheetSchema = z.object({
  slug: z.string(),
  full: z.boolean(),
  sources: z.array(
    z.object({
      key: z.string(),
      url: z.url(),
      title: z.string(),
      publisher: z.string().default(''),
      date: z.string().nullish(),
      read: z.iso.date(),
    }),
  ),
})
export type SeedSheet = { attributes: z.infer<typeof sheetSchema>; body: string }

/** The full sheet of a record in a language; undefined for records that are told in a summary only. */
export async function readSheet(slug: string, lang: 'it' | 'en'): Promise<SeedSheet | undefined> {
  try {
    return await readContentFile(path.join(folder, 'practices', `${slug}.${lang}.md`), sheetSchema)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
