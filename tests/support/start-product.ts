import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { alone } from '../../bin/prepare/alone.mjs'
import { build } from '../../bin/prepare/build.mjs'

const root = path.resolve(import.meta.dirname, '../..')

export type Product = { url: string; child: ChildProcess; stop: () => Promise<number | null> }

/**
 * Starts the built product (server.ts) as its own process on a free port, with demonstration content in `dataDir`, and
 * resolves when it says it is ready. Builds first when the sources changed: a journey through yesterday's build proves
 * nothing. `stop` sends SIGTERM and resolves to the exit code.
 */
export async function startProduct(dataDir: string, env: Record<string, string> = {}): Promise<Product> {
  await alone(build)
  fs.chmodSync(dataDir, 0o755) // a folder of mkdtemp is closed to the database's user
  const child = spawn(process.execPath, ['server.ts'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', DATA_DIR: dataDir, SEED: 'demo', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString()
      const ready = /ready at (\S+)/.exec(said)?.[1]
      if (ready) resolve(ready)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', (code, signal) => reject(new Error(`The product ended (${code ?? signal}) before it was ready:\n${said}`)))
  })
  const stop = async (): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    return child.exitCode
  }
  return { url, child, stop }
}
