import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promises as fs } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { limits, type ReadableType } from './file-text.ts'

const CHILD = path.join(import.meta.dirname, 'child.ts')
const ROOT = path.resolve(import.meta.dirname, '../../..')
const WATCH_MS = 100
const answer = z.object({ text: z.string().max(limits.characters), cut: z.boolean() })

export type ReadOutcome = { ok: true; text: string; cut: boolean } | { ok: false; reason: 'unreadable' | 'too-much' }
export type ReadLimits = { milliseconds: number; memory: number; bytes: number }

/**
 * Reads the words of a file in a child process: it may read the program's own files and nothing more, writes nowhere,
 * starts nothing, and is killed when it takes too long or too much memory. A hostile file costs that child.
 */
export async function readFileText(
  type: ReadableType,
  bytes: Uint8Array,
  { milliseconds, memory, bytes: most }: ReadLimits = limits,
): Promise<ReadOutcome> {
  if (bytes.byteLength > most) return { ok: false, reason: 'too-much' }
  const child = spawn(
    process.execPath,
    ['--permission', `--allow-fs-read=${ROOT}/*`, '--max-old-space-size=256', '--disable-warning=ExperimentalWarning', CHILD, type],
    { env: { NODE_ENV: 'production' }, cwd: ROOT, stdio: ['pipe', 'pipe', 'pipe'] },
  )
  const guard = new AbortController()
  const watching = killBeyond(child, { milliseconds, memory }, guard.signal)
  const [said, [code]] = await Promise.all([collect(child), once(child, 'exit') as Promise<[number | null]>, send(child, bytes)])
  guard.abort()
  if (await watching) return { ok: false, reason: 'too-much' }
  const parsed = code === 0 && said ? answer.safeParse(parse(said)) : undefined
  return parsed?.success ? { ok: true, ...parsed.data } : { ok: false, reason: 'unreadable' }
}

/** Ends the child at the first bound it passes; resolves to whether it had to. */
async function killBeyond(
  child: ChildProcessWithoutNullStreams,
  { milliseconds, memory }: { milliseconds: number; memory: number },
  done: AbortSignal,
) {
  const end = performance.now() + milliseconds
  while (!done.aborted) {
    if (performance.now() > end || (await residentBytes(child.pid)) > memory) return child.kill('SIGKILL')
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, WATCH_MS)
      done.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
    })
  }
  return false
}

/** Memory the process holds now; 0 where the system does not tell (only Linux has /proc). */
async function residentBytes(pid: number | undefined): Promise<number> {
  const statm = await fs.readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')
  return Number(statm.split(' ')[1] ?? 0) * 4096
}

/** A child that ended early closes its input: how it ended is told by its exit code. */
async function send(child: ChildProcessWithoutNullStreams, bytes: Uint8Array): Promise<void> {
  await new Promise<void>((resolve) => {
    child.stdin.once('error', () => resolve())
    child.stdin.end(bytes, resolve)
  })
}

/** What it said, or nothing when it says more than an answer can be. */
async function collect(child: ChildProcessWithoutNullStreams): Promise<string | undefined> {
  child.stderr.resume()
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of child.stdout) {
    size += (chunk as Buffer).length
    if (size > limits.characters * 8) {
      child.kill('SIGKILL')
      return undefined
    }
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString()
}

function parse(said: string): unknown {
  try {
    return JSON.parse(said)
  } catch {
    return undefined // not an answer: the caller says "unreadable"
  }
}
