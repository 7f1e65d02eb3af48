import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export type Check = { what: string; is: number | string | boolean; target: string; good: boolean }
export type LongRun = { name: string; title: string; checks: Check[]; facts: Record<string, unknown>; rounds?: Record<string, unknown>[] }

export const check = (what: string, is: Check['is'], target: string, good: boolean): Check => ({ what, is, target, good })

const folder = path.resolve(import.meta.dirname, '../../../docs/long-runs')

function page({ title, checks, facts, rounds }: LongRun, about: Record<string, unknown>): string {
  const rows = checks.map(({ what, is, target, good }) => `| ${what} | ${is} | ${target} | ${good ? '✓' : '✗'} |`)
  const lines = Object.entries({ ...about, ...facts }).map(([name, value]) => `- ${name}: ${JSON.stringify(value)}`)
  const heads = Object.keys(rounds?.[0] ?? {})
  const table = rounds?.length
    ? [
        `\n| ${heads.join(' | ')} |`,
        `|${heads.map(() => '---').join('|')}|`,
        ...rounds.map((round) => `| ${heads.map((head) => String(round[head])).join(' | ')} |`),
        '',
      ]
    : []
  return [`# ${title}`, '', '| what | is | target | |', '|---|---|---|---|', ...rows, '', ...lines, ...table, ''].join('\n')
}

/** Prints a run, writes it under docs/long-runs (dated, JSON and a page) and sets the exit code. */
export function finish(run: LongRun, startedAt: Date): void {
  const about = {
    date: startedAt.toISOString().slice(0, 10),
    started: startedAt.toISOString(),
    seconds: Math.round((Date.now() - startedAt.getTime()) / 1_000),
    node: process.version,
    cpus: os.cpus().length,
    loadAverage: os.loadavg().map((one) => Number(one.toFixed(1))),
  }
  const text = page(run, about)
  console.log(text)
  fs.mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${about.date}-${run.name}`)
  fs.writeFileSync(`${file}.json`, `${JSON.stringify({ ...about, ...run }, null, 2)}\n`)
  fs.writeFileSync(`${file}.md`, text)
  process.exitCode = run.checks.every(({ good }) => good) ? 0 : 1
}

/** Repeatable chance: the same seed gives the same run. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}
