import fs from 'node:fs'
import { contentHash, inProject, isStamped, stamp } from './project.mjs'
import { step } from './run.mjs'
import { runtime } from './runtime.mjs'

const MESSAGES = inProject('app/shared/messages/generated')
const BUILD = inProject('build')

const isTest = (entry) => /\.(test|e2e)\.tsx?$/.test(entry)
const isGenerated = (entry) => entry.startsWith('app/shared/messages/generated')

/** Compiles app/**\/messages/*.json when one of them changed. */
export async function compileMessages() {
  const sources = contentHash(['app', 'package-lock.json'], (entry) => {
    const file = inProject(entry)
    return (
      isGenerated(entry) ||
      !(fs.statSync(file).isDirectory() || /messages\/(\w+\.json|compile\.mjs)$/.test(entry) || entry === 'package-lock.json')
    )
  })
  if (isStamped(`${MESSAGES}/.stamp`, sources)) return
  await step('Compiling the messages', runtime(), [inProject('app/shared/messages/compile.mjs')])
  stamp(`${MESSAGES}/.stamp`, sources)
}

/** Builds the pages when anything they are made from changed. */
export async function build() {
  await compileMessages()
  const parts = [
    'app',
    'search',
    'db',
    'collab-server',
    'public',
    'vite.config.ts',
    'remix.config.js',
    'tsconfig.json',
    'package-lock.json',
  ]
  const sources = contentHash(parts, (entry) => isTest(entry) || isGenerated(entry) || entry === 'db/content')
  if (isStamped(`${BUILD}/.casa-stamp`, sources)) return
  fs.rmSync(`${BUILD}/.casa-stamp`, { force: true })
  const remix = inProject('node_modules/@remix-run/dev/dist/cli.js')
  await step('Building the pages', runtime(), [remix, 'vite:build'], { NODE_ENV: 'production' })
  stamp(`${BUILD}/.casa-stamp`, sources)
}
