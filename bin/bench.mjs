#!/usr/bin/env node
// npm run bench: every tests/bench/*.bench.ts, measured side by side in one run; results in tests/bench/results.
import fs from 'node:fs'
import { alone } from './prepare/alone.mjs'
import { build } from './prepare/build.mjs'
import { install } from './prepare/install.mjs'
import { inProject } from './prepare/project.mjs'
import { become, StepFailed } from './prepare/run.mjs'
import { runtime } from './prepare/runtime.mjs'

try {
  await alone(async () => {
    await install()
    await build()
  })
  for (const file of fs.readdirSync(inProject('tests/bench')).filter((name) => name.endsWith('.bench.ts'))) {
    console.log(`\n── ${file}`)
    const code = await become(runtime(), [inProject('tests/bench', file)])
    if (code !== 0) process.exitCode = code
  }
} catch (error) {
  console.error(error instanceof StepFailed ? error.message : error)
  process.exitCode = 1
}
