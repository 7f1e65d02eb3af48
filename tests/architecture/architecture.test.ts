import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { checkArchitecture } from './check.mjs'

/** Checks a small project of these files and names the rules it breaks. */
async function broken(files: Record<string, string>): Promise<string[]> {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'casa-architecture-')))
  try {
    const packageJson = { name: 'small', type: 'module', imports: { '#app/*': './app/*', '#db/*': './db/*' } }
    for (const [name, text] of Object.entries({ 'package.json': JSON.stringify(packageJson), ...files })) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      fs.writeFileSync(path.join(folder, name), text)
    }
    const places = [...new Set(Object.keys(files).map((name) => name.split('/')[0] ?? name))]
    const found = await checkArchitecture(folder, places)
    return [...new Set(found.map((line) => line.split(':')[0] ?? ''))].sort()
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

const empty = 'export const a = 1\n'

it('lets modules use lower ones, and doors use modules', async () => {
  const files = {
    'app/routes/practices.tsx': `import { a } from '#app/practices/a.server.ts'\nexport const b = a\n`,
    'app/practices/a.server.ts': `import { a } from '#app/people/a.ts'\nimport { d } from '#db/d.ts'\nexport { a, d }\n`,
    'app/people/a.ts': empty,
    'db/d.ts': 'export const d = 1\n',
  }
  expect(await broken(files)).toEqual([])
})

it('refuses a neighbour', async () => {
  const files = { 'app/practices/a.ts': `export { a } from '#app/training/a.ts'\n`, 'app/training/a.ts': empty }
  expect(await broken(files)).toEqual(['module-practices'])
})

it('refuses a neighbour’s type', async () => {
  const files = {
    'app/manual/a.ts': `import type { A } from '#app/training/a.ts'\nexport const b: A = 1\n`,
    'app/training/a.ts': 'export type A = number\n',
  }
  expect(await broken(files)).toEqual(['module-manual'])
})

it('refuses a look upwards, from a module, from shared and from db', async () => {
  const up = `export { a } from '#app/desk/a.ts'\n`
  const files = { 'app/people/a.ts': up, 'app/shared/a.ts': up, 'db/a.ts': up, 'app/desk/a.ts': empty }
  expect(await broken(files)).toEqual(['db-stands-alone', 'module-people', 'shared-knows-no-module'])
})

it('refuses .server code in a component, also behind a plain file', async () => {
  const files = {
    'app/people/ui/near.tsx': `export { a } from '../a.server.ts'\n`,
    'app/people/ui/far.tsx': `export { a } from '../plain.ts'\n`,
    'app/people/plain.ts': `export { a } from './a.server.ts'\n`,
    'app/people/a.server.ts': empty,
  }
  expect(await broken(files)).toEqual(['ui-reaches-no-server', 'ui-without-server'])
})

it('refuses a circle', async () => {
  const files = {
    'db/a.ts': `import { b } from './b.ts'\nexport const a = () => b\n`,
    'db/b.ts': `import { a } from './a.ts'\nexport const b = () => a\n`,
  }
  expect(await broken(files)).toEqual(['no-circles'])
})

it('refuses components behind the live server, and a module nobody gave a level', async () => {
  const files = {
    'collab-server/a.ts': `export { a } from '#app/people/b.ts'\n`,
    'app/people/b.ts': `export { a } from './ui/a.tsx'\n`,
    'app/people/ui/a.tsx': empty,
    'app/routes/a.ts': `export { a } from '#app/gossip/a.ts'\n`,
    'app/gossip/a.ts': empty,
  }
  expect(await broken(files)).toEqual(['collab-server-without-ui', 'every-module-has-a-level'])
})
