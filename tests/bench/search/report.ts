import type { EngineReport, Spread, Timed } from './measure.ts'

export type SearchReport = {
  measured: string
  records: number
  queries: number
  rounds: number
  machine: { cpus: number; model: string | undefined; load: number[] }
  engines: EngineReport[]
}

/** quality.md: p95, milliseconds. */
const targets = { search: 25, suggest: 10, change: 1_000 }

const mark = (is: number, target: number): string => `${is} ms (≤ ${target}) ${is <= target ? '✓' : '✗'}`
const both = (name: string, engine: string, { wall, cpu }: Timed, target: number): string =>
  `| ${engine} | ${name} | ${cpu.p50} ms | ${mark(cpu.p95, target)} | ${wall.p50} ms | ${wall.p95} ms |`

function rows(report: EngineReport): string[] {
  const { engine, search, again, suggest, changeToFindable: change } = report
  return [
    both('search with all facets', engine, search, targets.search),
    ...(again ? [both('the same asked again, index unchanged', engine, again, targets.search)] : []),
    both('suggestions', engine, suggest, targets.suggest),
    `| ${engine} | change → findable | | | ${change.p50} ms | ${mark(change.p95, targets.change)} |`,
  ]
}

function building({ engine, version, indexMegabytes, rebuild }: EngineReport): string {
  const cells = rebuild
    ? [
        `${rebuild.seconds} s`,
        `${rebuild.cpuSeconds} s`,
        `${rebuild.askedMeanwhile} / ${rebuild.failedMeanwhile} / ${rebuild.emptyMeanwhile}`,
      ]
    : ['filled before', '', '']
  return `| ${[engine, version, `${indexMegabytes} MB`, ...cells].join(' | ')} |`
}

const p95 = (timed: Timed | undefined, what: (timed: Timed) => Spread): string => (timed ? `${what(timed).p50} / ${what(timed).p95}` : '–')

/** docs/search-speed.md: made by the bench, read by people. */
export function searchPage({ measured, records, queries, rounds, machine, engines }: SearchReport): string {
  const kinds = Object.keys(engines[0]?.byKind ?? {})
  return [
    '# Speed of search',
    '',
    `What \`npm run bench\` measures of search (\`tests/bench/search.bench.ts\`): ${records.toLocaleString('en')} generated records, ${queries} questions of the committed mix, ${rounds} rounds, each question with all facets; ${measured.slice(0, 10)}. The machine was shared: ${machine.cpus} cores (${machine.model ?? 'unknown'}) at load ${machine.load.join(', ')}. Processor time (ours and the engine’s together) says more than the clock there, yet even it grows on a crowded processor. Targets are for the p95. Raw numbers: \`tests/bench/results/search.json\`; what is behind them: [search.md](search.md).`,
    '',
    '| engine | what | processor p50 | processor p95 | clock p50 | clock p95 |',
    '|---|---|---:|---:|---:|---:|',
    ...engines.flatMap(rows),
    '',
    '| engine | version | index | rebuild | of it processor | asked / failed / empty meanwhile |',
    '|---|---|---:|---:|---:|---:|',
    ...engines.map(building),
    '',
    ...engines.flatMap(({ engine, failed }) => (failed.length > 0 ? [`Not answered by ${engine} itself: ${failed.join('; ')}.`, ''] : [])),
    'By kind of question, processor time p50 / p95 in ms:',
    '',
    `| kind | ${engines.map(({ engine }) => engine).join(' | ')} |`,
    `|---|${engines.map(() => '---:').join('|')}|`,
    ...kinds.map((kind) => `| ${kind} | ${engines.map(({ byKind }) => p95(byKind[kind], ({ cpu }) => cpu)).join(' | ')} |`),
    '',
  ].join('\n')
}
