import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { analyseDocument } from '../analysis/analyse-document.ts'
import type { Concepts } from '../analysis/concepts.ts'
import { type SearchDocument, textLanguages } from '../engine.ts'
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
    insert into ${sql.table(tables.document)} (id, type, url, texts, title_it, title_en, langs, territories, territories_within, themes,
      kinds, targets, periods, status, published_at, weight, words, vocabulary)
    select id, type, url, texts, title_it, title_en, langs, territories, territories_within, themes, kinds, targets, periods, status,
      published_at, weight, words::tsvector, vocabulary
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id text, type text, url text, texts jsonb, title_it text, title_en text,
      langs text[], territories text[], territories_within text[], themes text[], kinds text[], targets text[], periods text[], status text,
      published_at timestamptz, weight real, words text, vocabulary text[])
    on conflict (id) do update set type = excluded.type, url = excluded.url, texts = excluded.texts, title_it = excluded.title_it,
      title_en = excluded.title_en, langs = excluded.langs, territories = excluded.territories,
      territories_within = excluded.territories_within, themes = excluded.themes, kinds = excluded.kinds, targets = excluded.targets,
      periods = excluded.periods, status = excluded.status, published_at = excluded.published_at, weight = excluded.weight,
      words = excluded.words, vocabulary = excluded.vocabulary`.execute(trx)
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
  const title = (lang: 'it' | 'en') => document.texts[lang]?.title ?? document.texts.it?.title ?? document.texts.en?.title ?? ''
  return {
    id: document.id,
    type: document.type,
    url: document.url,
    texts: document.texts,
    title_it: title('it'),
    title_en: title('en'),
    langs: textLanguages.filter((lang) => document.texts[lang]),
    territories: document.territories,
    territories_within: document.territoriesWithin,
    themes: document.themes,
    kinds: document.kinds,
    targets: document.targets,
    periods: document.periods,
    status: document.status,
    published_at: document.publishedAt,
    weight: document.weight,
    words: vectorText(analysed),
    vocabulary: [...analysed.vocabulary].map(([word, token]) => `${word} ${token}`),
  }
}
