import { promises as fs } from 'node:fs'
import path from 'node:path'
import type { Db } from '#db/connection.ts'
import { type Role, roles } from '#app/shared/actor.ts'
import { createPerson, randomPassword } from './create-person.server.ts'

const names: Record<Role, string> = {
  admin: 'Amministrazione (dimostrazione)',
  editor: 'Redazione (dimostrazione)',
  facilitator: 'Facilitazione (dimostrazione)',
  member: 'Partecipante (dimostrazione)',
}
export type DemoAccount = { email: string; password: string; role: Role }

/** Where the passwords are kept, for the sign-in page and the ready line to name. */
export const demoAccountsFile = (dataDir: string): string => path.join(dataDir, 'demo-accounts.json')

/**
 * Makes the four demonstration accounts that are missing, with random passwords, and writes all to
 * DATA_DIR/demo-accounts.json (mode 0600). Run again it changes nothing. An account whose password the file does not
 * hold (the file was deleted, or the person changed it) is left alone. Returns the accounts in the file.
 */
export async function createDemoAccounts(db: Db, { dataDir }: { dataDir: string }): Promise<DemoAccount[]> {
  const file = demoAccountsFile(dataDir)
  const addresses = roles.map(addressOf)
  const present = await db.selectFrom('person').select('email').where('email', 'in', addresses).execute()
  const missing = [...roles].reverse().filter((role) => !present.some(({ email }) => email === addressOf(role)))
  const kept = (await readAccounts(file)).filter(({ role }) => !missing.includes(role))
  const accounts = [...missing.map((role) => ({ email: addressOf(role), password: randomPassword(), role })), ...kept]
  // The file first: a crash in between makes the missing accounts again, never an account nobody can enter.
  if (missing.length > 0) await writePrivately(file, JSON.stringify(accounts, null, 2) + '\n')
  for (const { email, password, role } of accounts)
    if (missing.includes(role)) await createPerson(db, { email, password, role, name: names[role] })
  return accounts
}

const addressOf = (role: Role): string => `${role}@example.org`

async function readAccounts(file: string): Promise<DemoAccount[]> {
  try {
    return JSON.parse(await fs.readFile(file, 'utf8')) as DemoAccount[]
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Never readable by others, not even for a moment; a crash leaves the old file or the new one. */
async function writePrivately(file: string, text: string): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true })
  const temporary = `${file}.${process.pid}.tmp`
  await fs.writeFile(temporary, text, { mode: 0o600, flag: 'w' })
  await fs.rename(temporary, file)
}
