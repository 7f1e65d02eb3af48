import { EnvError, readEnv } from '#app/shared/env.ts'
import { DataDirInUse } from '#db/embedded/claim.ts'
import type { Role } from '../server.ts'
import { type Command, commandLog, CommandRefused, UsageError } from './commands/command.ts'
import { backupCommand, migrateCommand, restoreCommand, seedCommand } from './commands/database.ts'
import { doctorCommand } from './commands/doctor.ts'
import { eraseCommand } from './commands/erase.ts'
import { meiliCommand } from './commands/install-meilisearch.ts'
import { userCommand } from './commands/people.ts'
import { boundariesCommand, territoriesCommand } from './commands/places.ts'
import { reindexCommand } from './commands/search.ts'

/** `casa web`, `casa collab`, `casa worker`: one part of the product, for running them apart. */
const part = (role: Role, does: string): Command => ({ usage: role, does, run: async () => (await import('../server.ts')).main([role]) })

const commands: Record<string, Command> = {
  migrate: migrateCommand,
  seed: seedCommand,
  reindex: reindexCommand,
  doctor: doctorCommand,
  user: userCommand,
  backup: backupCommand,
  restore: restoreCommand,
  erase: eraseCommand,
  territories: territoriesCommand,
  boundaries: boundariesCommand,
  meili: meiliCommand,
  web: part('web', 'serves the pages and the API'),
  collab: part('collab', 'serves live editing'),
  worker: part('worker', 'runs the jobs: indexing, mail, sweeping'),
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = (line: string): void => void process.stderr.write(`${line}\n`)

function help(): void {
  print('Casa Comune, operator’s commands (docs/operations.md):\n')
  for (const { usage, does } of Object.values(commands)) print(`  casa ${usage}\n      ${does}`)
}

/** Runs one command; returns the exit code: 0 done, 1 refused or failed, 2 wrong arguments or settings. */
async function run([name, ...args]: string[]): Promise<number> {
  const command = name ? commands[name] : undefined
  if (!command) {
    help()
    return name === undefined || name === 'help' || name === '--help' ? 0 : 2
  }
  try {
    const env = readEnv(process.env)
    return (await command.run({ env, args, print, log: commandLog(env) })) ?? 0
  } catch (error) {
    if (error instanceof EnvError) complain(error.message)
    else if (error instanceof CommandRefused || error instanceof DataDirInUse) complain(error.message)
    else if (error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS'))
      complain(`${(error as Error).message}\nUsage: casa ${command.usage}`)
    else throw error
    return error instanceof CommandRefused || error instanceof DataDirInUse ? 1 : 2
  }
}

process.exitCode = await run(process.argv.slice(2))
