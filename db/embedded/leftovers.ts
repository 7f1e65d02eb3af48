import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { postmasterPid, processesIn } from './live-processes.ts'

/**
 * Ends what a killed Casa Comune left running in this data folder: first politely (the postmaster shuts down fast and
 * cleanly), then firmly. Afterwards a postmaster.pid can only be stale, and goes.
 */
export async function clearLeftovers(folder: string): Promise<'nothing' | 'stopped' | 'stale'> {
  const found = processesIn(folder)
  for (let round = 0, left = found; left.length > 0; round += 1, left = processesIn(folder)) {
    if (round % 100 === 0) signalAll(folder, left, round === 0 ? 'SIGINT' : round === 100 ? 'SIGQUIT' : 'SIGKILL')
    if (round > 400) throw new Error(`PostgreSQL processes ${left.join(', ')} in ${folder} do not end.`)
    await wait(100)
  }
  const pidFile = path.join(folder, 'postmaster.pid')
  const stale = fs.existsSync(pidFile)
  fs.rmSync(pidFile, { force: true })
  return found.length > 0 ? 'stopped' : stale ? 'stale' : 'nothing'
}

function signalAll(folder: string, pids: number[], signal: NodeJS.Signals): void {
  const postmaster = postmasterPid(folder)
  // Its children follow a living postmaster; without one they are told themselves.
  const told = signal === 'SIGINT' && postmaster && pids.includes(postmaster) ? [postmaster] : pids
  for (const pid of told) {
    try {
      process.kill(pid, signal)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}
