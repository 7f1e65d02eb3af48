import { parseArgs } from 'node:util'
import { z } from 'zod'
import { createPerson } from '#app/people/create-person.server.ts'
import { emailField, line, newPassword } from '#app/people/person.schema.ts'
import { roles } from '#app/shared/actor.ts'
import { type Command, CommandRefused, UsageError, withDatabase } from './command.ts'

const input = z.object({ email: emailField, name: line(120), role: z.enum(roles), password: newPassword.optional() })

export const userCommand: Command = {
  usage: `user create --email ADDRESS --name NAME --role ${roles.join('|')} [--password PASSWORD]`,
  does: 'makes a confirmed account; without a password one is made and printed',
  run: async (context) => {
    const [verb, ...args] = context.args
    if (verb !== 'create') throw new UsageError('The only verb is "create".')
    const text = { type: 'string' } as const
    const parsed = input.safeParse(parseArgs({ args, options: { email: text, name: text, role: text, password: text } }).values)
    if (!parsed.success) throw new UsageError(parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('\n'))
    const made = await withDatabase(context, (db) => createPerson(db, parsed.data))
    if (!made.ok) throw new CommandRefused(`There is an account with the address ${parsed.data.email} already.`)
    context.print(`Account ${parsed.data.email} (${parsed.data.role}) made.${parsed.data.password ? '' : ` Password: ${made.password}`}`)
  },
}
