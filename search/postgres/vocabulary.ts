import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { areaNames } from '../analysis/area-names.ts'
import { bodyKey } from '../analysis/body-key.ts'
import type { Candidate, Vocabulary } from '../analysis/vocabulary.ts'
import { words } from '../analysis/words.ts'
import { LONGEST_MS, withinTime } from './within-time.ts'

const REMEMBERED_MS = 60_000

/** Asked once a minute: neither the number of records nor the names of places matter to the last one. */
function remembered<T>(read: () => Promise<T>): () => Promise<T> {
  let known: { value: Promise<T>; until: number } | undefined
  return () => {
    if (!known || known.until < Date.now()) {
      const value = read()
      known = { value, until: Date.now() + REMEMBERED_MS }
      value.catch(() => (known = undefined))
    }
    return known.value
  }
}

/** The vocabulary kept beside the PostgreSQL index; the Meilisearch engine asks it too, so both correct alike. */
export function postgresVocabulary(db: Db): Vocabulary {
  const size = remembered(async () => {
    // The one question here that could wait for a locked index.
    return withinTime(db, LONGEST_MS, async ({ trx }) => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from search_entry`.execute(trx)
      return rows[0]?.n ?? 0
    })
  })
  const placeTokens = remembered(async () => {
    const rows = await db.selectFrom('territory').select(['name_it', 'name_en']).execute()
    const names = [...rows.flatMap((row) => [row.name_it, row.name_en ?? '']), ...areaNames()]
    const single = names.map((name) => words(name)).filter((found) => found.length === 1)
    return new Set(single.map(([word]) => word?.token ?? ''))
  })
  const bodyKeys = remembered(async () => {
    const rows = await db.selectFrom('organisation').select('name').execute()
    return new Set(rows.map(({ name }) => bodyKey(name)))
  })
  return {
    size,
    async bodies(keys) {
      const known = await bodyKeys()
      return new Set(keys.filter((key) => known.has(key)))
    },
    async places(tokens) {
      const known = await placeTokens()
      return new Set(tokens.filter((token) => known.has(token)))
    },
    async counts(tokens) {
      if (tokens.length === 0) return new Map()
      const { rows } = await sql<{ token: string; documents: number }>`
        select token, max(documents)::int as documents from search_word where token = any(${[...tokens]}::text[]) group by token`.execute(
        db,
      )
      return new Map(rows.map((row) => [row.token, row.documents]))
    },
    async candidates(word) {
      const { rows } = await sql<Candidate>`
        (select word, token, documents from search_word where word ^@ ${word} and length(${word}) >= 4 order by documents desc, word limit 20)
        union
        (select word, token, documents from search_word where word % ${word} order by similarity(word, ${word}) desc, documents desc limit 40)`.execute(
        db,
      )
      return rows
    },
    async endings(beginning) {
      const { rows } = await sql<{ word: string; token: string }>`
        select word, token from search_word where word >= ${beginning} and word < ${`${beginning}\u{10FFFF}`}
        order by documents desc, length(word), word limit 8`.execute(db)
      return rows
    },
  }
}
