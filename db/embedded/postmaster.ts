import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type DatabaseUser, runAs } from './database-user.ts'

export type PostmasterOptions = {
  native: string
  folder: string
  user: DatabaseUser
  port: number
  password: string
  logFile: string
  /** Further `-c name=value` settings. */
  settings: Record<string, string>
}

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/**
 * Starts postgres and waits until it answers; throws what its log says when it ends instead. It gets a session of its
 * own: Ctrl-C in the terminal must reach only us, who first drain and then stop the database.
 */
export async function startPostmaster(options: PostmasterOptions): Promise<ChildProcess> {
  const { native, folder, user, port, logFile } = options
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', ...options.settings }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = fs.openSync(logFile, 'a', 0o600)
  const start = fs.fstatSync(log).size
  const child = spawn(path.join(native, 'bin/postgres'), ['-D', folder, '-p', String(port), ...flags], {
    ...runAs(user),
    detached: true,
    stdio: ['ignore', log, log],
  })
  fs.closeSync(log)
  child.unref()
  // We leave without having been asked to: the database need not stay.
  const onExit = (): void => void child.kill('SIGINT')
  process.once('exit', onExit)
  child.once('exit', () => process.off('exit', onExit))
  let failure: Error | undefined
  child.once('error', (error) => (failure = error))
  while (!(await answers(options))) {
    if (failure || child.exitCode !== null || child.signalCode !== null)
      throw new Error(`PostgreSQL did not start: ${failure?.message ?? lastLines(logFile, start)}`, { cause: failure })
    await wait(30)
  }
  return child
}

/** Not yet accepting (57P03) and nobody listening mean "wait"; anything else is an answer we must not loop on. */
async function answers({ port, password }: PostmasterOptions): Promise<boolean> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'casa', password, database: 'postgres', connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined) // the connection is thrown away below, whatever happens to it
  try {
    await client.connect()
    return true
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (['ECONNREFUSED', 'ECONNRESET', '57P03'].includes(code ?? '') || message.startsWith('Connection terminated')) return false
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}

function lastLines(logFile: string, start: number): string {
  return fs.readFileSync(logFile).subarray(start).toString().trim().split('\n').slice(-8).join('\n')
}

/** Fast shutdown: sessions end, work is rolled back, everything is written. Told to leave at once after 20 s. */
export async function stopPostmaster(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.ref()
  child.kill('SIGINT')
  const late = setTimeout(() => child.kill('SIGQUIT'), 20_000)
  await ended
  clearTimeout(late)
}

/** Gives the superuser a new password without signing in, for a DATA_DIR whose postgres.json was lost. */
export function resetPassword({
  native,
  folder,
  user,
  password,
}: Pick<PostmasterOptions, 'native' | 'folder' | 'user' | 'password'>): void {
  const single = spawnSync(path.join(native, 'bin/postgres'), ['--single', '-D', folder, 'postgres'], {
    ...runAs(user),
    encoding: 'utf8',
    input: `alter role casa password '${password}'\n`,
  })
  if (single.status !== 0) throw new Error(`PostgreSQL could not reset its password: ${single.stderr}`)
}
