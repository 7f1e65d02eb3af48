import { spawnSync } from 'node:child_process'
import path from 'node:path'

/**
 * Writes db/schema.generated.ts from a migrated database; with --verify it only compares and fails on a difference.
 * Run: node db/generate-types.ts postgres://… [--verify]
 */
const [, , url, flag] = process.argv
if (!url) throw new Error('Usage: generate-types.ts DATABASE_URL [--verify]')
const codegen = path.join(import.meta.dirname, '../node_modules/kysely-codegen/dist/cli/bin.js')
const options = [
  '--dialect=postgres',
  '--date-parser=string',
  '--numeric-parser=number',
  '--default-schema=public',
  '--exclude-pattern=(graphile_worker.*|kysely_*)',
]
const numbers = '--type-mapping={"int8":"number"}'
const result = spawnSync(
  process.execPath,
  [
    codegen,
    `--url=${url}`,
    `--out-file=${path.join(import.meta.dirname, 'schema.generated.ts')}`,
    ...options,
    numbers,
    ...(flag ? [flag] : []),
  ],
  { stdio: 'inherit' },
)
process.exitCode = result.status ?? 1
