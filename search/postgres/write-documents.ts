import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { analyseDocument } from '../analysis/analyse-document.ts'
import type { Concepts } from '../analysis/concepts.ts'
import { fold } from '../analysis/words.ts'
import { type FacetName, facetNames, type SearchDocument, textLanguages } from '../engine.ts'
import { vectorText } from './vector-text.ts'

/** A rebuild writes to tables of its own; readers never see them half full. */
export type IndexTables = { document: string; word: string }
export const liveTables: IndexTables = { document: 'search_document', word: 'search_word' }

/** Held by whoever writes the index, so that word counts add up. Released with the transaction. */
export const lockIndex = (trx: Db) => sql`select pg_advisory_xact_lock(hashtext('search index'))`.execute(trx)

/** Inserts or replaces documents. With `countWords` off the caller counts afterwards (`countAllWords`). Call under `lockIndex`. */
export async function writeDocuments(
  trx: Db,
  tables: IndexTables,
  documents: readonly SearchDocument[],
  concepts: Concepts,
  countWords = true,
) {
  if (documents.length === 0) return
  const rows = documents.map((document) => toRow(document, concepts))
  const ids = documents.map((document) => document.id)
  if (countWords) await forgetWords(trx, tables, ids)
  await sql`
    insert into ${sql.table(tables.document)} (id, type, record, sort_it, sort_en, facets, published_at, weight, head, words, vocabulary)
    select id, type, record, sort_it, sort_en, facets, published_at, weight, head::tsvector, words::tsvector, vocabulary
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id text, type text, record jsonb, sort_it text, sort_en text, facets text[],
      published_at timestamptz, weight real, head text, words text, vocabulary text[])
    on conflict (id) do update set type = excluded.type, record = excluded.record, sort_it = excluded.sort_it, sort_en = excluded.sort_en,
      facets = excluded.facets, published_at = excluded.published_at, weight = excluded.weight, head = excluded.head, words = excluded.words,
      vocabulary = excluded.vocabulary`.execute(trx)
  if (countWords) await addWords(trx, tables, ids)
}

/** Deletes documents and the words only they used. Call under `lockIndex`. */
export async function deleteDocuments(trx: Db, tables: IndexTables, ids: readonly string[]) {
  await forgetWords(trx, tables, ids)
  await sql`delete from ${sql.table(tables.document)} where id = any(${[...ids]}::text[])`.execute(trx)
}

const wordsOf = (tables: IndexTables, ids: readonly string[] | null) => sql`
  select split_part(v, ' ', 1) as word, min(split_part(v, ' ', 2)) as token, count(*)::int as n
  from ${sql.table(tables.document)}, unnest(vocabulary) as v ${ids ? sql`where id = any(${[...ids]}::text[])` : sql``} group by 1`

const addWords = (trx: Db, tables: IndexTables, ids: readonly string[]) =>
  sql`
  insert into ${sql.table(tables.word)} as w (word, token, documents) select word, token, n from (${wordsOf(tables, ids)}) as used
  on conflict (word) do update set documents = w.documents + excluded.documents, token = excluded.token`.execute(trx)

async function forgetWords(trx: Db, tables: IndexTables, ids: readonly string[]) {
  await sql`update ${sql.table(tables.word)} w set documents = w.documents - used.n from (${wordsOf(tables, ids)}) as used
    where w.word = used.word`.execute(trx)
  await sql`delete from ${sql.table(tables.word)} where documents <= 0`.execute(trx)
}

/** Fills an empty word table from a filled document table. */
export const countAllWords = (trx: Db, tables: IndexTables) =>
  sql`insert into ${sql.table(tables.word)} (word, token, documents) ${wordsOf(tables, null)}`.execute(trx)

function toRow(document: SearchDocument, concepts: Concepts) {
  const analysed = analyseDocument(document, concepts)
  const { id, type, url, texts, territories, themes, kinds, targets, periods, status, publishedAt, weight } = document
  const title = (lang: 'it' | 'en') => texts[lang]?.title ?? texts.it?.title ?? texts.en?.title ?? ''
  return {
    id,
    type,
    record: { id, type, url, texts, territories, themes, kinds, targets, periods, status, publishedAt },
    sort_it: fold(title('it')).slice(0, 200),
    sort_en: fold(title('en')).slice(0, 200),
    facets: facetValues(document),
    published_at: publishedAt,
    weight,
    head: vectorText({ ...analysed, body: [], far: [] }),
    words: vectorText(analysed),
    vocabulary: [...analysed.vocabulary].map(([word, token]) => `${word} ${token}`),
  }
}

/** All facet values in one array, `name=value`: one index to filter by, one pass to count. */
function facetValues(document: SearchDocument): string[] {
  const values: Record<FacetName, readonly string[]> = {
    type: [document.type],
    theme: document.themes,
    kind: document.kinds,
    territory: document.territoriesWithin,
    target: document.targets,
    period: document.periods,
    lang: textLanguages.filter((lang) => document.texts[lang]),
    status: [document.status],
  }
  return facetNames.flatMap((name) => [...new Set(values[name])].map((value) => facetKey(name, value)))
}

export const facetKey = (name: FacetName, value: string): string => `${name}=${value}`
