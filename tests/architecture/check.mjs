import path from 'node:path'
import { cruise } from 'dependency-cruiser'
import { atRunTime, layers } from './rules.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const places = ['app', 'bin', 'collab-server', 'db', 'search', 'tests', 'server.ts']

async function findViolations(baseDir, entries, forbidden, tsPreCompilationDeps) {
  const { output } = await cruise(entries, {
    baseDir,
    validate: true,
    ruleSet: { forbidden },
    tsPreCompilationDeps,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|[.]data)/|/generated/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      importsFields: ['imports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  })
  return output.summary.violations
}

/** Every breach of the rules under `baseDir`, as lines. */
export async function checkArchitecture(baseDir = root, entries = places) {
  const found = [...(await findViolations(baseDir, entries, layers, true)), ...(await findViolations(baseDir, entries, atRunTime, false))]
  return found.map(({ rule, from, to, cycle, via }) => {
    const way = (cycle ?? via)?.map(({ name }) => name).join(' → ')
    const comment = [...layers, ...atRunTime].find(({ name }) => name === rule.name)?.comment
    return `${rule.name}: ${from} → ${way ?? to}\n    ${comment}`
  })
}

if (process.argv[1] === import.meta.filename) {
  const found = [...new Set(await checkArchitecture())]
  for (const line of found) console.log(line)
  console.log(found.length === 0 ? 'Architecture: no breach.' : `Architecture: ${found.length} breaches.`)
  process.exitCode = found.length === 0 ? 0 : 1
}
