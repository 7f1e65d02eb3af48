import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { LoadOptions, LoadResult } from './load.ts'
import type { ReplayOptions, ReplayResult } from './replay.ts'
import { type Database, generate, prepareTexts, serve } from './servers.ts'

export type Kind = 'bare' | 'casa'

const script = (kind: Kind): string => `serve-${kind}.ts`
/** Far above what a replay sends: the product's limit per connection is for people. */
const unlimited = '1000000'

export type LoadCase = { texts: number; connections: number; writers: number; rate: number; seconds: number; carets: boolean }

/** One run of one load on a fresh server process. `profileFolder`: also keep a CPU profile. */
export async function measureLoad(kind: Kind, database: Database, given: LoadCase, profileFolder?: string): Promise<LoadResult> {
  const { names, headers } = await prepareTexts(database.db, given.texts)
  const server = await serve(script(kind), [database.url], profileFolder ? ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] : [])
  try {
    const { connections, writers, rate, seconds, carets } = given
    const common = { url: server.url, headers, names, connections, writers, rate, seconds, carets, serverPid: server.pid }
    return await generate<LoadResult>('run-load.ts', {
      ...common,
      ...(kind === 'casa' && { databasePid: database.pid }),
    } satisfies LoadOptions)
  } finally {
    await server.stop()
  }
}

export type ReplayCase = ReplayResult & { storedBytes: number }

/** The whole trace on a fresh server process, and what is stored of it afterwards (versions apart). */
export async function measureReplay(kind: Kind, database: Database, limit?: number): Promise<ReplayCase> {
  const { names, headers } = await prepareTexts(database.db, 1)
  const [name = ''] = names
  const server = await serve(script(kind), [database.url, unlimited])
  try {
    const options = {
      url: server.url,
      headers,
      name,
      serverPid: server.pid,
      stored: kind === 'casa',
      ...(limit !== undefined && { limit }),
    }
    const result = await generate<ReplayResult>('run-replay.ts', options satisfies ReplayOptions)
    // Bare stores nothing; its database extension would store the state as it is.
    return { ...result, storedBytes: kind === 'bare' ? result.stateBytes : await storedBytes(database.db, name) }
  } finally {
    await server.stop()
  }
}

async function storedBytes(db: Db, name: string): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce((select sum(length(update)) from document_update where document_id = ${name.slice(0, 36)}), 0)::int
      + coalesce((select length(state) from document_snapshot where document_id = ${name.slice(0, 36)} order by id desc limit 1), 0)::int
      as bytes`.execute(db)
  return rows[0]!.bytes
}
