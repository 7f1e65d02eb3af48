import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Db } from '#db/connection.ts'
import { areaRules } from './area-names.ts'
import { buildConcepts, type Concepts, type SynonymRule } from './concepts.ts'
import { glossaryRules } from './glossary-rules.ts'

/** The synonyms kept as a file: words of the field and words people type that are never printed. */
export function readSynonyms(): SynonymRule[] {
  const rows: Record<string, string>[] = parse(readFileSync(path.join(import.meta.dirname, 'synonyms.csv'), 'utf8'), {
    columns: true,
    comment: '#',
  })
  return rows.map(({ typed, finds, how }) => {
    if (!typed || !finds || (how !== 'both' && how !== 'oneway' && how !== 'weak'))
      throw new Error(`synonyms.csv: ${typed},${finds},${how}`)
    return { typed, finds, how }
  })
}

/**
 * A function that gives the concepts of now: the file and the glossary in the database. Reads the glossary each time
 * (one small query) and builds only when it changed. A changed glossary reaches the index with the next `reindex`.
 */
export function conceptsOf(db: Db): () => Promise<Concepts> {
  const synonyms = readSynonyms()
  let built: { key: string; concepts: Concepts } | undefined
  return async () => {
    const terms = await db.selectFrom('glossary_term').select(['name_it', 'name_en']).orderBy('id').execute()
    const key = JSON.stringify(terms)
    if (built?.key !== key) built = { key, concepts: buildConcepts([...synonyms, ...areaRules(), ...glossaryRules(terms)]) }
    return built.concepts
  }
}
