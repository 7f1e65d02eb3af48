import { promises as fs } from 'node:fs'
import path from 'node:path'
import type { Env } from '#app/shared/env.ts'
import { type Logger, openLog } from '#app/shared/log.server.ts'
import { type Db, openDatabase } from '#db/connection.ts'
import { runningDatabaseUrl } from '#db/embedded/claim.ts'
import { startEmbeddedPostgres } from '#db/embedded/start-embedded-postgres.ts'

/** What a command gets: the settings, its own arguments, where to write, and a log for what goes wrong inside. */
export type CommandContext = { env: Env; args: string[]; print: (line: string) => void; log: Logger }
export type Command = { usage: string; does: string; run: (context: CommandContext) => Promise<number | void> }

/** Wrong arguments: said without a stack, with the usage. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** The operator's mistake or a refusal one can act on: said without a stack. */
export class CommandRefused extends Error {
  override name = 'CommandRefused'
}

/** A file the operator named, from where the command was typed. */
export function fileArgument(args: string[], name = 'FILE'): string {
  const [file, ...rest] = args
  if (!file || file.startsWith('-') || rest.length > 0) throw new UsageError(`Give one ${name}.`)
  return path.resolve(process.env.CASA_CWD ?? process.cwd(), file)
}

/** Refuses whatever follows the name of a command that takes nothing. */
export function withoutArguments(args: string[]): void {
  if (args.length > 0) throw new UsageError('This command takes no arguments.')
}

/** The bytes of a file the operator named. */
export function readNamedFile(file: string): Promise<Buffer> {
  return fs.readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new CommandRefused(error.code === 'ENOENT' ? `There is no ${file}.` : `${file} cannot be read: ${error.message}.`)
  })
}

export const commandLog = (env: Env): Logger => openLog(env.LOG_LEVEL === 'info' ? 'warn' : env.LOG_LEVEL)

/** The URL of the database: the outside one, the embedded one of a running Casa Comune, or one started for this command. */
export async function withDatabaseUrl<T>({ env, log }: Pick<CommandContext, 'env' | 'log'>, work: (url: string) => Promise<T>): Promise<T> {
  const running = env.DATABASE_URL ?? runningDatabaseUrl(env.DATA_DIR)
  if (running) return work(running)
  const embedded = await startEmbeddedPostgres({ dataDir: env.DATA_DIR, log })
  try {
    return await work(embedded.url)
  } finally {
    await embedded.stop()
  }
}

/** The same with a pool. */
export async function withDatabase<T>(context: Pick<CommandContext, 'env' | 'log'>, work: (db: Db, url: string) => Promise<T>): Promise<T> {
  return withDatabaseUrl(context, async (url) => {
    const { db } = openDatabase({ url, max: 4, onError: (error) => context.log.warn({ err: error }, 'database connection lost') })
    try {
      return await work(db, url)
    } finally {
      await db.destroy()
    }
  })
}
