import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { startTestServer } from '../support/database-server.ts'
import { withDatabase } from '../support/database-template.ts'

/** Migrates a fresh database and compares db/schema.generated.ts with what came out. */
const server = await startTestServer()
try {
  const generate = path.resolve(import.meta.dirname, '../../db/generate-types.ts')
  const url = withDatabase(server.url, server.template)
  const { status } = spawnSync(process.execPath, [generate, url, '--verify'], { stdio: 'inherit' })
  process.exitCode = status ?? 1
} finally {
  await server.stop()
}
