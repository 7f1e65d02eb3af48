import os from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')
const code = '{app,bin,collab-server,db,search,tests}/**'
const shared = { setupFiles: [path.join(root, 'tests/support/fail-on-noise.ts')], restoreMocks: true, testTimeout: 15_000 }
const withDatabase = {
  ...shared,
  globalSetup: [path.join(root, 'tests/support/database-server.ts')],
  testTimeout: 30_000,
  hookTimeout: 60_000,
}

/** Files that keep nothing in modules between tests share them: half of the time went into loading them again. */
const together = { isolate: false }

/** The name of a test file says what it needs: nothing, a database, real sockets, a document object model. */
export default defineConfig({
  root,
  cacheDir: '.cache/vitest',
  esbuild: { jsx: 'automatic' },
  test: {
    // Files wait for databases and sockets half of their time: one more at once than there are cores.
    maxWorkers: os.availableParallelism() + 1,
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          ...together,
          name: 'pure',
          include: [`${code}/*.test.ts`],
          exclude: ['**/*.{db,socket,long}.test.ts', '**/node_modules/**'],
        },
      },
      { extends: true, test: { ...withDatabase, ...together, name: 'server', include: [`${code}/*.db.test.ts`] } },
      { extends: true, test: { ...withDatabase, name: 'collab', include: [`${code}/*.socket.test.ts`], testTimeout: 60_000 } },
      { extends: true, test: { ...shared, name: 'ui', include: [`${code}/*.test.tsx`], environment: 'jsdom' } },
      ...(process.env.CASA_TEST_LONG
        ? [{ extends: true, test: { ...withDatabase, name: 'long', include: [`${code}/*.long.test.ts`], testTimeout: 1_800_000 } }]
        : []),
    ],
  },
})
