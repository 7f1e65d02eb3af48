import fs from 'node:fs'

const ticksPerSecond = 100

export type ProcessStat = { cpu: number; rssMiB: number; peakMiB: number }

/** CPU seconds and memory of a process; nothing for one that has ended. */
export function processStat(pid: number): ProcessStat {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8')
    const mebibytes = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1_024
    return { cpu: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond, rssMiB: mebibytes('VmRSS'), peakMiB: mebibytes('VmHWM') }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' && (error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    return { cpu: 0, rssMiB: 0, peakMiB: 0 }
  }
}

/** CPU seconds of a process, its children and those that have ended: a database with its backends. */
export function familyCpu(pid: number | undefined): number {
  if (!pid) return 0
  let cpu = processStat(pid).cpu + endedChildrenCpu(pid)
  for (const entry of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    try {
      const stat = fs.readFileSync(`/proc/${entry}/stat`, 'utf8')
      if (Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid) cpu += processStat(Number(entry)).cpu
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' && (error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
  return cpu
}

function endedChildrenCpu(pid: number): number {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond
}

/** CPU seconds the whole machine has been busy. */
export function machineBusy(): number {
  const fields = (fs.readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').trim().split(/\s+/).slice(1).map(Number)
  const busy = fields.slice(0, 8).reduce((sum, value) => sum + value, 0) - (fields[3] ?? 0) - (fields[4] ?? 0)
  return busy / ticksPerSecond
}
