import { parseArgs } from 'node:util'
import { rebuildCatalogue } from '#db/catalogue.ts'
import type { Db } from '#db/connection.ts'
import type { SearchEngine } from '#search/engine.ts'
import { reindex } from '#search/indexing.ts'
import { createMeilisearchEngine } from '#search/meilisearch/engine.ts'
import { restrictKey } from '#search/meilisearch/restrict-key.ts'
import { createPostgresEngine } from '#search/postgres/engine.ts'
import { startMeilisearch } from '../start-meilisearch.ts'
import { type Command, type CommandContext, CommandRefused, withDatabase } from './command.ts'

type WithSearch = { db: Db; url: string; rebuild: (engine?: string) => Promise<void> }

/** A database with its search engines: the settings' Meilisearch, or the one on this machine. Nothing is rebuilt unasked. */
export function withSearch<T>(context: CommandContext, work: (opened: WithSearch) => Promise<T>): Promise<T> {
  const { env, log, print } = context
  return withDatabase(context, async (db, url) => {
    const local = env.MEILI_URL ? undefined : await startMeilisearch({ dataDir: env.DATA_DIR, log })
    try {
      const engines = [
        createPostgresEngine(db),
        ...(await meilisearchEngines(db, env.MEILI_URL ?? local?.url, env.MEILI_API_KEY ?? local?.apiKey)),
      ]
      const rebuild = async (name?: string): Promise<void> => {
        const chosen = engines.filter((engine) => !name || engine.name === name)
        if (chosen.length === 0)
          throw new CommandRefused(`There is no engine "${name}" here: ${engines.map((engine) => engine.name).join(', ')}.`)
        await rebuildCatalogue(db) // what the engines are filled from
        for (const engine of chosen) {
          const said = everySecond((done) => print(`${engine.name}: ${done} records …`))
          print(`${engine.name}: ${await reindex(db, engine, said)} records`)
        }
      }
      return await work({ db, url, rebuild })
    } finally {
      await local?.stop()
    }
  })
}

/** Passes on at most one call a second: the first batches of a small catalogue say nothing. */
function everySecond(say: (done: number) => void): (done: number) => void {
  let last = Date.now()
  return (done) => {
    if (Date.now() - last < 1_000) return
    last = Date.now()
    say(done)
  }
}

async function meilisearchEngines(db: Db, url: string | undefined, key = ''): Promise<SearchEngine[]> {
  return url ? [createMeilisearchEngine({ url, keys: await restrictKey(url, key), db })] : []
}

export const reindexCommand: Command = {
  usage: 'reindex [--engine postgres|meilisearch]',
  does: 'rebuilds the catalogue’s entries and the search index from the database while search goes on answering',
  run: (context) => {
    const { values } = parseArgs({ args: context.args, options: { engine: { type: 'string' } } })
    return withSearch(context, ({ rebuild }) => rebuild(values.engine))
  },
}
