import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { processesIn } from '#db/embedded/live-processes.ts'
import { findMeilisearch, startMeilisearch } from './start-meilisearch.ts'

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'casa-meili-'))
afterAll(() => fs.rmSync(dataDir, { recursive: true }))
const told: string[] = []
const log = { info: () => undefined, warn: (message: string) => void told.push(message) }

it('does without when there is no binary that starts', async () => {
  const folder = path.join(dataDir, 'broken')
  fs.mkdirSync(path.join(folder, 'bin'), { recursive: true })
  fs.writeFileSync(path.join(folder, 'bin/meilisearch'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  expect(await startMeilisearch({ dataDir: folder, log })).toBeUndefined()
  expect(told.join()).toContain('does not start')
})

// A machine without the program proves only the fallback above.
if (findMeilisearch(dataDir)) {
  it('starts with a key of its own, is shared by a second caller, and ends with us', async () => {
    const first = await startMeilisearch({ dataDir, log })
    const second = await startMeilisearch({ dataDir, log })
    expect(second).toMatchObject({ url: first?.url, apiKey: first?.apiKey })
    const open = await fetch(`${first?.url}/indexes`)
    const withKey = await fetch(`${first?.url}/indexes`, { headers: { authorization: `Bearer ${first?.apiKey}` } })
    expect([open.status, withKey.status]).toEqual([401, 200])
    await first?.stop()
    expect(processesIn(path.join(dataDir, 'meilisearch'), 'meilisearch')).toEqual([])
  }, 30_000)

  it('is one for parts of the product that start in the same moment, also after one that was killed', async () => {
    fs.writeFileSync(path.join(dataDir, 'meilisearch.json'), JSON.stringify({ url: 'http://127.0.0.1:9', apiKey: 'of an earlier run' }))
    const parts = await Promise.all([1, 2, 3].map(() => startMeilisearch({ dataDir, log })))
    expect(new Set(parts.map((part) => part?.url)).size).toBe(1)
    expect(processesIn(path.join(dataDir, 'meilisearch'), 'meilisearch')).toHaveLength(1)
    for (const part of parts) await part?.stop()
  }, 30_000)

  it('makes an index anew that it cannot read', async () => {
    fs.writeFileSync(path.join(dataDir, 'meilisearch/data.ms/VERSION'), '0.1.0')
    const running = await startMeilisearch({ dataDir, log })
    expect(running).toBeDefined()
    await running?.stop()
  }, 30_000)
}
