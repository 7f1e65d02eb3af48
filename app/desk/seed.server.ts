import type { Db } from '#db/connection.ts'
import type { Logger } from '#app/shared/log.server.ts'

export type SeedLevel = 'none' | 'content' | 'demo'
type Options = { level: SeedLevel; dataDir: string; log: Logger }

/** Loads the starting content once per database; returns lines for the operator. */
export async function seed(db: Db, { level, log }: Options): Promise<string[]> {
  if (level === 'none') return []
  log.debug('seed')
  await db.selectFrom('setting').select('key').limit(1).execute()
  return []
}
