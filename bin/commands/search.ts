import { parseArgs } from 'node:util'
import type { Db } from '#db/connection.ts'
import type { SearchEngine } from '#search/engine.ts'
import { reindex } from '#search/indexing.ts'
import { openSearch } from '#search/open-search.ts'
import { startMeilisearch } from '../start-meilisearch.ts'
import { type Command, type CommandContext, CommandRefused, withDatabase } from './command.ts'

export type WithSearch = { db: Db; url: string; engines: SearchEngine[]; rebuild: (engine?: string) => Promise<void> }

/** A database with its search engines: the settings' Meilisearch, or the one on this machine. */
export function withSearch<T>(context: CommandContext, work: (opened: WithSearch) => Promise<T>): Promise<T> {
  const { env, log, print } = context
  return withDatabase(context, async (db, url) => {
    const meilisearch = env.MEILI_URL ? undefined : await startMeilisearch({ dataDir: env.DATA_DIR, log })
    try {
      const { engines } = await openSearch({
        db,
        log,
        env: meilisearch ? { MEILI_URL: meilisearch.url, MEILI_API_KEY: meilisearch.apiKey } : env,
      })
      const rebuild = async (name?: string): Promise<void> => {
        const chosen = engines.filter((engine) => !name || engine.name === name)
        if (chosen.length === 0)
          throw new CommandRefused(`There is no engine "${name}" here: ${engines.map((engine) => engine.name).join(', ')}.`)
        for (const engine of chosen) print(`${engine.name}: ${await reindex(db, engine)} records`)
      }
      return await work({ db, url, engines, rebuild })
    } finally {
      await meilisearch?.stop()
    }
  })
}

export const reindexCommand: Command = {
  usage: 'reindex [--engine postgres|meilisearch]',
  does: 'rebuilds the search index from the database while search goes on answering',
  run: (context) => {
    const { values } = parseArgs({ args: context.args, options: { engine: { type: 'string' } } })
    return withSearch(context, ({ rebuild }) => rebuild(values.engine))
  },
}
