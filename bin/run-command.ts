import { EnvError, readEnv } from '#app/shared/env.ts'
import type { Role } from '../server.ts'
import { type Command, commandLog, UsageError, withoutArguments } from './commands/command.ts'
import { backupCommand, migrateCommand, restoreCommand, seedCommand } from './commands/database.ts'
import { doctorCommand } from './commands/doctor.ts'
import { eraseCommand } from './commands/erase.ts'
import { meiliCommand } from './commands/install-meilisearch.ts'
import { userCommand } from './commands/people.ts'
import { boundariesCommand, territoriesCommand } from './commands/places.ts'
import { refusalOf } from './commands/refusal.ts'
import { reindexCommand } from './commands/search.ts'

/** `casa web`, `casa collab`, `casa worker`: one part of the product, for running them apart. */
const part = (role: Role, does: string): Command => ({
  usage: role,
  does,
  run: async ({ args }) => {
    withoutArguments(args)
    return (await import('../server.ts')).main([role])
  },
})

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

type Surroundings = {
  /** As in process.env. */
  settings: Parameters<typeof readEnv>[0]
  print: (line: string) => void
  complain: (line: string) => void
}

function help(print: Surroundings['print']): void {
  print('Casa Comune, operator’s commands (docs/operations.md):\n')
  for (const { usage, does } of Object.values(commands)) print(usageOf({ usage, does }))
}

const usageOf = ({ usage, does }: Pick<Command, 'usage' | 'does'>): string => `  casa ${usage}\n      ${does}`
const asksForHelp = (arg: string | undefined): boolean => arg === '--help' || arg === '-h'

/** Runs one command; returns the exit code: 0 done, 1 refused or failed, 2 wrong arguments or settings. */
export async function runCommand([name, ...args]: string[], { settings, print, complain }: Surroundings): Promise<number> {
  const command = name && Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    help(print)
    return name === undefined || name === 'help' || asksForHelp(name) ? 0 : 2
  }
  if (args.some(asksForHelp)) {
    print(usageOf(command))
    return 0
  }
  try {
    const env = readEnv(settings)
    return (await command.run({ env, args, print, log: commandLog(env) })) ?? 0
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal !== undefined) complain(refusal)
    else if (error instanceof EnvError) complain(error.message)
    else if (error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS'))
      complain(`${(error as Error).message}\nUsage: casa ${command.usage}`)
    else throw error
    return refusal !== undefined ? 1 : 2
  }
}
