import fs from 'node:fs'

/** Milliseconds a process has spent on a processor, all its threads: what a busy machine changes little. Linux only; 0 when it ended. */
export function cpuOf(pid: number): number {
  try {
    const threads = fs.readdirSync(`/proc/${pid}/task`)
    const nanoseconds = threads.map((thread) => Number(fs.readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]))
    return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ESRCH') return 0
    throw error
  }
}

export const percentile = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? Number.NaN

export const rounded = (milliseconds: number): number => Math.round(milliseconds * 10) / 10
