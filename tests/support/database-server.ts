import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '#db/embedded/start-embedded-postgres.ts'
import { prepareTemplate } from './database-template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string
    databaseTemplate: string
  }
}

type Server = { url: string; template: string; stop: () => Promise<void> }

const shared = globalThis as { __casaTestServer?: { users: number; server: Promise<Server> } }

/**
 * One PostgreSQL for all projects of a run: the one TEST_DATABASE_URL names, else an embedded one in a temporary folder.
 * Vitest calls this once per project that asks for a database; the last one to leave stops it.
 */
export default async function databaseServer(project: TestProject): Promise<() => Promise<void>> {
  const server = (shared.__casaTestServer ??= { users: 0, server: startTestServer() })
  server.users += 1
  const { url, template, stop } = await server.server
  project.provide('databaseServer', url)
  project.provide('databaseTemplate', template)
  return async () => {
    server.users -= 1
    if (server.users > 0) return
    delete shared.__casaTestServer
    await stop()
  }
}

/** Starts (or joins) the server and prepares its template. */
export async function startTestServer(): Promise<Server> {
  const given = process.env.TEST_DATABASE_URL
  const { url, stop } = given ? { url: given, stop: () => Promise.resolve() } : await startTemporary()
  try {
    return { url, template: await prepareTemplate(url), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startTemporary(): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'casa-test-'))
  fs.chmodSync(dataDir, 0o755) // the database user must reach it
  const log = { info: () => undefined, error: (message: string) => process.stderr.write(`${message}\n`) }
  // Test data need not survive a power cut.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }
  const postgres = await startEmbeddedPostgres({ dataDir, log, settings })
  const stop = async (): Promise<void> => {
    await postgres.stop()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
  return { url: postgres.url, stop }
}
