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

/** All rules of now: the file, the places, the glossary in the database. */
export async function readRules(db: Db): Promise<SynonymRule[]> {
  const terms = await db.selectFrom('glossary_term').select(['name_it', 'name_en', 'also']).orderBy('id').execute()
  return [...fixedRules(), ...glossaryRules(terms)]
}

let fixed: SynonymRule[] | undefined
const fixedRules = (): SynonymRule[] => (fixed ??= [...readSynonyms(), ...areaRules()])

/** Questions come many a second; an editor's new word may wait for as long. */
const REMEMBERED_MS = 2_000

/**
 * A function that gives the concepts of now: the file and the glossary in the database. Builds only when the glossary
 * changed. A changed glossary reaches the index with the next `reindex`.
 */
export function conceptsOf(db: Db): () => Promise<Concepts> {
  let built: { key: string; concepts: Concepts } | undefined
  let known: { value: Promise<Concepts>; until: number } | undefined
  const read = async () => {
    const terms = await db.selectFrom('glossary_term').select(['name_it', 'name_en', 'also']).orderBy('id').execute()
    const key = JSON.stringify(terms)
    if (built?.key !== key) built = { key, concepts: buildConcepts([...fixedRules(), ...glossaryRules(terms)]) }
    return built.concepts
  }
  return () => {
    if (!known || known.until < Date.now()) {
      const value = read()
      known = { value, until: Date.now() + REMEMBERED_MS }
      value.catch(() => (known = undefined))
    }
    return known.value
  }
}
