import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { analyseDocument } from '../analysis/analyse-document.ts'
import type { Concepts } from '../analysis/concepts.ts'
import { bodyKey } from '../analysis/body-key.ts'
import { fold } from '../analysis/words.ts'
import { type FacetName, type SearchDocument, textLanguages } from '../engine.ts'
import { facetSetNames, facetSets } from './counts-sql.ts'
import { inSample, keyOf, keysText } from './keys-text.ts'
import { vectorText } from './vector-text.ts'

/** A rebuild writes to tables of its own; readers never see them half full. */
export type IndexTables = { entry: string; word: string }
export const liveTables: IndexTables = { entry: 'search_entry', word: 'search_word' }

/** Held by whoever writes the index, so that word counts add up. Released with the transaction. */
export const lockIndex = (trx: Db) => sql`select pg_advisory_xact_lock(hashtext('search index'))`.execute(trx)

/** Call in the transaction of every change: what was counted before is counted anew. */
export const noteChange = (trx: Db) =>
  sql`insert into search_state (engine, analysis, built_at, changes) values ('postgres', '', clock_timestamp(), 1)
    on conflict (engine) do update set changes = search_state.changes + 1`.execute(trx)

/** Inserts or replaces documents. With `countWords` off the caller counts afterwards (`countAllWords`). Call under `lockIndex`. */
export async function writeDocuments(
  trx: Db,
  tables: IndexTables,
  documents: readonly SearchDocument[],
  concepts: Concepts,
  countWords = true,
) {
  await writeRows(trx, tables, analyseRows(documents, concepts), countWords)
}

/** The part of writing that is ours, apart from the database's: a rebuild does both at once. */
export const analyseRows = (documents: readonly SearchDocument[], concepts: Concepts) =>
  documents.map((document) => toRow(document, concepts))

/** Writes what `analyseRows` made. */
export async function writeRows(trx: Db, tables: IndexTables, rows: ReturnType<typeof analyseRows>, countWords: boolean): Promise<void> {
  if (rows.length === 0) return
  const ids = rows.map((row) => row.id)
  const sets = [...new Set(rows.flatMap((row) => facetSetNames.map((name) => JSON.stringify(row[name]))))].sort()
  await sql`insert into search_facet_set (facets)
    select array(select json_array_elements_text(value)) from json_array_elements(${`[${sets.join(',')}]`}::json) as value
    on conflict (facets) do nothing`.execute(trx)
  if (countWords) await forgetWords(trx, tables, ids)
  const set = (name: string) => sql`(select s.id from search_facet_set s where s.facets = r.${sql.ref(name)})`
  const names = sql.join(facetSetNames.map((name) => sql.ref(name)))
  const values = sql.join(facetSetNames.map(set))
  const given = sql.join(facetSetNames.map((name) => sql`${sql.ref(name)} text[]`))
  const replaced = [
    'type',
    'record',
    'sort_it',
    'sort_en',
    'published_at',
    'weight',
    'keys',
    'head',
    'words',
    'vocabulary',
    ...facetSetNames,
  ]
  await sql`
    insert into ${sql.table(tables.entry)} (id, type, record, sort_it, sort_en, published_at, weight, keys, head, words, vocabulary, ${names})
    select id, type, record, sort_it, sort_en, published_at, weight, keys::tsvector, head::tsvector, words::tsvector, vocabulary, ${values}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id text, type text, record jsonb, sort_it text, sort_en text,
      published_at timestamptz, weight real, keys text, head text, words text, vocabulary text[], ${given})
    on conflict (id) do update set ${sql.join(replaced.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`))}`.execute(
    trx,
  )
  if (countWords) await addWords(trx, tables, ids)
}

/** Deletes documents and the words only they used. Call under `lockIndex`. */
export async function deleteDocuments(trx: Db, tables: IndexTables, ids: readonly string[]) {
  await forgetWords(trx, tables, ids)
  await sql`delete from ${sql.table(tables.entry)} where id = any(${[...ids]}::text[])`.execute(trx)
}

const wordsOf = (tables: IndexTables, ids: readonly string[] | null) => sql`
  select split_part(v, ' ', 1) as word, min(split_part(v, ' ', 2)) as token, count(*)::int as n
  from ${sql.table(tables.entry)}, unnest(vocabulary) as v ${ids ? sql`where id = any(${[...ids]}::text[])` : sql``} group by 1`

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
  const sets = facetSetsOf(document)
  const bodies = (document.bodies ?? []).map((name) => keyOf.facet('body', bodyKey(name)))
  return {
    id,
    type,
    record: { id, type, url, texts, territories, themes, kinds, targets, periods, status, publishedAt },
    sort_it: fold(title('it')).slice(0, SORTED),
    sort_en: fold(title('en')).slice(0, SORTED),
    ...sets,
    published_at: publishedAt,
    weight,
    keys: keysText(analysed, [...Object.values(sets).flat(), ...bodies, ...(inSample(id) ? [keyOf.sample()] : [])]),
    head: vectorText({ ...analysed, body: [], far: [] }),
    words: vectorText(analysed),
    vocabulary: [...analysed.vocabulary].map(([word, token]) => `${word} ${token}`),
  }
}

/** Letters of a title that decide its place in the alphabet: rows stay narrow. */
const SORTED = 60

/** The facet values of each counted column, in one order, so that equal sets are equal. */
function facetSetsOf(document: SearchDocument) {
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
  const set = (names: readonly FacetName[]) =>
    names.flatMap((name) => [...new Set(values[name])].sort().map((value) => keyOf.facet(name, value)))
  return {
    basics: set(facetSets.basics),
    themes: set(facetSets.themes),
    kinds: set(facetSets.kinds),
    targets: set(facetSets.targets),
    places: set(facetSets.places),
  }
}
