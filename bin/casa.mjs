#!/usr/bin/env node
// npx casa …: makes sure everything is installed, then runs bin/casa.ts on the right Node.
import { alone } from './prepare/alone.mjs'
import { build, compileMessages } from './prepare/build.mjs'
import { install } from './prepare/install.mjs'
import { inProject } from './prepare/project.mjs'
import { become, StepFailed } from './prepare/run.mjs'
import { runtime } from './prepare/runtime.mjs'

const [command, ...args] = process.argv.slice(2)
const serves = ['web', 'collab', 'worker'].includes(command ?? '') && !args.includes('--help') && !args.includes('-h')

try {
  await alone(async () => {
    await install()
    await (serves ? build() : compileMessages())
  })
  process.exitCode = await become(runtime(), [inProject('bin/casa.ts'), ...process.argv.slice(2)], {
    NODE_ENV: process.env.NODE_ENV ?? 'production',
    CASA_CWD: process.cwd(),
  })
} catch (error) {
  console.error(error instanceof StepFailed ? error.message : error)
  process.exitCode = 1
}
