import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { inProject } from './project.mjs'
import { StepFailed } from './run.mjs'

const hostMajor = Number(process.versions.node.split('.')[0])

/** The Node that runs the product: this one when it is 24 or 26, else the Node 24 that was installed with the dependencies. */
export function runtime() {
  if (hostMajor === 24 || hostMajor === 26) return process.execPath
  const bundled = inProject('node_modules', `node-${process.platform}-${process.arch}`, 'bin/node')
  if (fs.existsSync(bundled) && spawnSync(bundled, ['--version']).status === 0) return bundled
  throw new StepFailed(
    `Casa Comune runs on Node 24 or 26. This is Node ${process.versions.node}, and no Node 24 is bundled for ` +
      `${process.platform}-${process.arch}: install Node 24 (https://nodejs.org) and try again.`,
  )
}
