#!/usr/bin/env node
// npm start, npm run dev: installs and builds what changed, then runs server.ts on the right Node.
// --prepare stops before running: for images and upgrades.
import net from 'node:net'
import { alone } from './prepare/alone.mjs'
import { build, compileMessages } from './prepare/build.mjs'
import { develop } from './prepare/develop.mjs'
import { install } from './prepare/install.mjs'
import { inProject } from './prepare/project.mjs'
import { become, StepFailed } from './prepare/run.mjs'
import { runtime } from './prepare/runtime.mjs'

const development = process.argv.includes('--dev')
const prepareOnly = process.argv.includes('--prepare')

/** Says so before minutes of installing; server.ts checks again when it really listens. */
async function refuseTakenPort() {
  const port = Number(process.env.PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return // server.ts lists every wrong setting
  const server = net.createServer()
  await new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (error.code !== 'EADDRINUSE') return resolve()
      reject(new StepFailed(`Port ${port} is taken by another program. Stop it, or choose another one: PORT=${port + 1} npm start`))
    })
    server.listen(port, process.env.HOST || '127.0.0.1', () => server.close(resolve))
  })
}

try {
  if (!prepareOnly) await refuseTakenPort()
  await alone(async () => {
    await install()
    await (development ? compileMessages() : build())
  })
  if (development) process.exitCode = await develop(runtime(), { NODE_ENV: 'development' })
  else if (!prepareOnly)
    // Compiled once, read by the next start: a third of the time to the ready line is reading our own code.
    process.exitCode = await become(runtime(), [inProject('server.ts')], {
      NODE_ENV: 'production',
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? inProject('.cache/compiled'),
    })
} catch (error) {
  console.error(error instanceof StepFailed ? error.message : error)
  process.exitCode = 1
}
