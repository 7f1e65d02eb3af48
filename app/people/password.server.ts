import { hash, verify } from '@node-rs/argon2'
import { once } from '#app/shared/once.ts'

/** argon2id (the library's default) at OWASP's first recommended setting: 46 MiB, one pass, one lane. */
const settings = { memoryCost: 47_104, timeCost: 1, parallelism: 1 }

/** Each hash takes 46 MiB and a core: at most four at once in a process, the rest wait in line. */
const gate = once('people.hash-gate', () => ({ running: 0, waiting: [] as (() => void)[] }))

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (gate.running >= 4) await new Promise<void>((resolve) => gate.waiting.push(resolve))
  else gate.running += 1
  try {
    return await work()
  } finally {
    const next = gate.waiting.shift()
    if (next) next()
    else gate.running -= 1
  }
}

// The same letters typed on different keyboards arrive in different Unicode forms.
const normal = (password: string): string => password.normalize('NFKC')

/** The encoded argon2id hash of a password. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(normal(password), settings))

/**
 * True when the password matches. Without a stored hash (unknown address, closed account) the same work is done
 * against a made-up one, so that the time taken tells nothing.
 */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const against = stored ?? (await madeUpHash())
  const matches = await inTurn(() => verify(against, normal(password)))
  return matches && typeof stored === 'string'
}

const madeUpHash = (): Promise<string> => once('people.made-up-hash', () => hashPassword(crypto.randomUUID()))
