// The one direction of docs/decisions/0001: db ← search ← app/shared ← app/<module> ← doors ← server.ts.

/** Modules by level: each may use the lower ones; neighbours on a level know nothing of each other. */
export const levels = [
  ['territories', 'themes', 'glossary'],
  ['people'],
  ['organisations'],
  ['documents'],
  ['practices', 'training', 'manual', 'codesign', 'assessment', 'partnerships', 'networks'],
  ['about', 'discovery', 'desk'],
]

const modules = levels.flat()
const ours = '^(app|bin|collab-server|db|public|search|tests)/|^server[.]ts$'
const isTest = '[.](test|e2e)[.]tsx?$|^tests/'
const error = (name, comment, from, to) => ({ name, severity: 'error', comment, from: { pathNot: isTest, ...from }, to })

const moduleRules = levels.flatMap((level, depth) =>
  level.map((module) => {
    const forbidden = modules.filter((other) => other !== module && levels.findIndex((one) => one.includes(other)) >= depth)
    return error(
      `module-${module}`,
      `app/${module} may use only lower levels (tests/architecture/rules.mjs); a write across neighbours is a verb in desk`,
      { path: `^app/${module}/` },
      { path: `^app/(routes|${forbidden.join('|')})/` },
    )
  }),
)

/** Judged on the source as written, types included. */
export const layers = [
  error('db-stands-alone', 'db imports nothing of ours', { path: '^db/' }, { path: ours, pathNot: '^db/' }),
  error('search-on-db', 'search imports db only', { path: '^search/' }, { path: ours, pathNot: '^(db|search)/' }),
  error(
    'shared-knows-no-module',
    'app/shared imports db and search only',
    { path: '^app/shared/' },
    { path: ours, pathNot: '^(db|search|app/shared)/' },
  ),
  ...moduleRules,
  error(
    'modules-below-doors',
    'no module imports a door or a process',
    { path: `^app/(${modules.join('|')})/` },
    { path: '^(bin|collab-server)/|^server[.]ts$' },
  ),
  error(
    'every-module-has-a-level',
    'name the new module in tests/architecture/rules.mjs',
    { path: '^app/' },
    { path: `^app/(?!(routes|shared|${modules.join('|')})/)[^/]+/` },
  ),
  error(
    'doors-on-modules',
    'routes import modules, shared, search and db',
    { path: '^app/routes/' },
    { path: '^(bin|collab-server|tests)/|^server[.]ts$|^app/routes/' },
  ),
  error(
    'collab-server-below',
    'collab-server imports db, search and modules',
    { path: '^collab-server/' },
    { path: '^(bin|tests)/|^server[.]ts$|^app/routes/' },
  ),
  error('no-tests-in-the-product', 'the product does not import its tests', {}, { path: '^tests/|[.]test[.]tsx?$' }),
  error('resolvable', 'the import leads nowhere', {}, { couldNotResolve: true, pathNot: '^(virtual:|mdast$)' }),
  error('no-undeclared-packages', 'not in package.json', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
  error(
    'no-development-packages',
    'the product does not run on development packages',
    { path: ours },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
  ),
]

/** Judged on what is left at run time: types have gone. */
export const atRunTime = [
  error('no-circles', 'a circle cannot be read from either end', {}, { circular: true }),
  error('ui-without-server', 'components never import .server files', { path: '^app/.*/ui/' }, { path: '[.]server[.]tsx?$' }),
  error(
    'ui-reaches-no-server',
    'nothing a component imports reaches a .server file',
    { path: '^app/.*/ui/' },
    { path: '[.]server[.]tsx?$', reachable: true },
  ),
  error(
    'ui-reaches-no-database',
    'components do not reach the database or the search engines',
    { path: '^app/.*/ui/' },
    { path: '^db/connection[.]ts$|^search/(postgres|meilisearch)/', reachable: true },
  ),
  error(
    'collab-server-without-ui',
    'no React, no Remix, no component behind the live server',
    { path: '^collab-server/' },
    { path: 'node_modules/(react|react-dom|@remix-run)/|/ui/', reachable: true },
  ),
]
