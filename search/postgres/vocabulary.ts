import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Candidate, Vocabulary } from '../analysis/vocabulary.ts'

/** The vocabulary kept beside the PostgreSQL index; the Meilisearch engine asks it too, so both correct alike. */
export function postgresVocabulary(db: Db): Vocabulary {
  return {
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
