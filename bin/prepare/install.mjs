import fs from 'node:fs'
import { contentHash, inProject, isStamped, stamp } from './project.mjs'
import { step } from './run.mjs'

const STAMP = inProject('node_modules/.casa-lock')

/** What npm itself wrote down about the installed packages says whether somebody already installed this lock. */
function installedByHand() {
  const hidden = inProject('node_modules/.package-lock.json')
  if (!fs.existsSync(hidden)) return false
  const wanted = JSON.parse(fs.readFileSync(inProject('package-lock.json'), 'utf8')).packages
  const found = JSON.parse(fs.readFileSync(hidden, 'utf8')).packages
  return Object.entries(wanted).every(([where, { version, optional, integrity }]) => {
    if (where === '') return true
    return found[where] ? found[where].version === version && found[where].integrity === integrity : optional === true
  })
}

/** Installs the dependencies of package-lock.json unless exactly they are there already. */
export async function install() {
  const lock = contentHash(['package-lock.json', '.npmrc'])
  if (isStamped(STAMP, lock)) return
  if (!installedByHand()) {
    // npm's own script when we were started by npm; so that a Node without npm beside it works too
    const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
    const args = [...npm.slice(1), 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
    await step('Installing the dependencies (a few minutes the first time)', npm[0], args, { NODE_ENV: 'development' })
  }
  stamp(STAMP, lock)
}
