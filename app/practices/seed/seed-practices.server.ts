import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import { createDocument } from '#app/documents/create-document.server.ts'
import { docFromMarkdown } from '#app/documents/markdown/sections.ts'
import { publishEdition } from '#app/documents/editions/publish-edition.server.ts'
import { emptyContent } from '#app/documents/schema/content.ts'
import { catalogueId } from '../practice.ts'
import { isFullSheet } from '../section-blocks.ts'
import { readRecords, readSheet, type SeedRecord, type SeedSheet } from './read-records.ts'
import { seedOrganisations } from './seed-organisations.server.ts'

/**
 * Publishes the sourced records of db/content that are not there yet, marked as taken from a public source, with their
 * bodies, places, terms and sources, in Italian and English. What people changed meanwhile stays. Returns how many were added.
 */
export async function seedPractices(db: Db): Promise<number> {
  const bodies = await db.transaction().execute((trx) => seedOrganisations(trx))
  let added = 0
  // One second apart, the file's first record the newest: lists begin with Tuscany, as the file does.
  const newest = Date.now()
  for (const [i, record] of readRecords().entries()) {
    const publishedAt = new Date(newest - i * 1_000)
    const sheets = { it: await readSheet(record.slug, 'it'), en: await readSheet(record.slug, 'en') }
    if (await db.transaction().execute((trx) => seedRecord(trx, record, sheets, bodies, publishedAt))) added += 1
  }
  return added
}

async function seedRecord(
  trx: Db,
  record: SeedRecord,
  sheets: Record<'it' | 'en', SeedSheet | undefined>,
  bodies: ReadonlyMap<string, string>,
  publishedAt: Date,
): Promise<boolean> {
  const used = await trx
    .selectFrom('practice')
    .select('slug')
    .where('slug', '=', record.slug)
    .union(trx.selectFrom('practice_old_slug').select('slug').where('slug', '=', record.slug))
    .execute()
  if (used.length > 0) return false
  const doc = (lang: 'it' | 'en') => (sheets[lang] ? docFromMarkdown('practice', sheets[lang].body) : emptyContent('practice'))
  const texts = { it: doc('it'), en: doc('en') }
  const documentId = await createDocument(trx, { kind: 'practice', sourceLang: 'it', texts })
  const id = newId()
  const { slug, type, title_it, title_en, summary_it, summary_en, place, country, period_start, period_end, ongoing, certainty } = record
  const columns = { slug, type, title_it, title_en, summary_it, summary_en, place, country, period_start, period_end, ongoing, certainty }
  await trx
    .insertInto('practice')
    .values({
      id,
      document_id: documentId,
      ...columns,
      full_sheet: isFullSheet(texts.it),
      provenance: 'public-source',
      state: 'published',
      published_at: publishedAt,
    })
    .execute()
  await relate(trx, id, record, bodies)
  await addSources(trx, id, record, sheets.it)
  await trx.insertInto('practice_step').values({ practice_id: id, actor_role: 'system', from_state: null, to_state: 'published' }).execute()
  for (const lang of ['it', 'en']) await publishEdition(trx, { documentId, lang, personId: null })
  await enqueueIndexing(trx, [catalogueId({ type, id })])
  return true
}

async function relate(trx: Db, id: string, record: SeedRecord, bodies: ReadonlyMap<string, string>): Promise<void> {
  const territories = record.territory_codes.map((territory_id) => ({ practice_id: id, territory_id }))
  const terms = [
    ...record.themes.map((code) => `theme:${code}`),
    ...record.kind.map((code) => `kind:${code}`),
    ...record.targets.map((code) => `target:${code}`),
  ]
  const organisations = record.organisations.map((name, position) => {
    const organisation_id = bodies.get(name)
    if (!organisation_id) throw new Error(`${record.slug}: no organisation is called ${name}`)
    return { practice_id: id, organisation_id, role: position === 0 ? 'lead' : 'partner', position }
  })
  await trx.insertInto('practice_territory').values(territories).execute()
  await trx
    .insertInto('practice_term')
    .values(terms.map((term_id) => ({ practice_id: id, term_id })))
    .execute()
  if (organisations.length > 0) await trx.insertInto('practice_organisation').values(organisations).execute()
}

/** The sheet's sources under the keys its text uses, and the address the record came from. */
async function addSources(trx: Db, id: string, record: SeedRecord, sheet: SeedSheet | undefined): Promise<void> {
  const listed = (sheet?.attributes.sources ?? []).map((source) => ({
    key: source.key,
    url: source.url,
    title: source.title,
    publisher: source.publisher,
    published_on: source.date ?? null,
    read_on: source.read,
  }))
  const host = new URL(record.source_url).hostname.replace(/^www\./, '')
  const own = { key: `s${listed.length + 1}`, url: record.source_url, title: host, publisher: '', published_on: null, read_on: null }
  const sources = listed.some((source) => sameAddress(source.url, own.url)) ? listed : [...listed, own]
  await trx
    .insertInto('practice_source')
    .values(sources.map((source, position) => ({ ...source, practice_id: id, position })))
    .execute()
}

const sameAddress = (a: string, b: string): boolean => bare(a) === bare(b)
const bare = (url: string): string => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
