import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { SynonymRule } from './concepts.ts'

/** What decides the words of an index besides the texts: our code and files. Read once, they do not change while we run. */
let files: string | undefined

/**
 * A short hash of everything that makes words out of texts: an index that was built with another one finds by other
 * words than questions are asked in, and is rebuilt at the next start (open-search.ts) or by `casa reindex`.
 */
export function analysisVersion(rules: readonly SynonymRule[]): string {
  files ??= hashOfFiles()
  return createHash('sha256').update(files).update(JSON.stringify(rules)).digest('hex').slice(0, 16)
}

function hashOfFiles(): string {
  const folder = path.resolve(import.meta.dirname, '..')
  const names = globSync(
    [
      'analysis/*.{ts,csv}',
      'postgres/{keys-text,vector-text,write-documents}.ts',
      'meilisearch/{to-meilisearch,settings}.ts',
      'read-documents.ts',
    ],
    {
      cwd: folder,
    },
  ).filter((name) => !name.endsWith('.test.ts'))
  const hash = createHash('sha256')
  for (const name of names.sort()) hash.update(name).update(readFileSync(path.join(folder, name)))
  return hash.digest('hex')
}
