#!/usr/bin/env node
// npm test: everything that has to hold, from a fresh clone. Node built-ins only until the dependencies are there.
//   --long              also what takes longer (tests/long, *.long.test.ts)
//   --only=lint,types   only these steps
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { alone } from './prepare/alone.mjs'
import { build, compileMessages } from './prepare/build.mjs'
import { install } from './prepare/install.mjs'
import { inProject, root } from './prepare/project.mjs'
import { ended, forwardSignals, StepFailed } from './prepare/run.mjs'
import { runtime } from './prepare/runtime.mjs'

const long = process.argv.includes('--long')
const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',')
const wanted = (name) => !only || only.includes(name)
const began = Date.now()
/** @type {{name: string, ok: boolean, seconds: number, said?: string}[]} */
const results = []
const time = (since) => (Date.now() - since) / 1000

const tool = (name) => inProject('node_modules/.bin', name)
const resultFile = (name) => inProject('.cache', `${name}.json`)

/** Checks: quiet when they pass, two at a time. */
const checks = [
  ['format', [tool('prettier'), '--check', '--log-level=warn', '.']],
  ['lint', [tool('oxlint'), '--type-aware']],
  // TypeScript 7 checks three times as fast; TypeScript 5 stays beside it for tools that read types through its API.
  ['types', [inProject('node_modules/typescript-7/bin/tsc'), '-p', '.']],
  ['messages', [inProject('tests/architecture/unused-messages.mjs')]],
  ['architecture', [inProject('tests/architecture/check.mjs')]],
  ['unused', [tool('knip'), '--config', 'tests/knip.json', '--no-progress', '--no-config-hints']],
  ['database', [inProject('tests/architecture/check-generated-types.ts')]],
]

/** Tests: they show how they get on. */
const tests = [
  [
    'vitest',
    [
      tool('vitest'),
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${resultFile('vitest')}`,
    ],
  ],
  ['browser', [tool('playwright'), 'test', '--config', 'tests/playwright.config.ts']],
  ...(long
    ? fs
        .readdirSync(inProject('tests/long'))
        .filter((file) => file.endsWith('.ts'))
        .map((file) => [file, [inProject('tests/long', file)]])
    : []),
]

/** The environment of every step: Node 24 first in PATH, so that whatever they start runs on it too. */
function environment() {
  const env = { ...process.env, NODE_ENV: 'test', PATH: `${path.dirname(runtime())}${path.delimiter}${process.env.PATH}` }
  return long ? { ...env, CASA_TEST_LONG: '1' } : env
}

async function run(args, { quiet }) {
  const child = spawn(runtime(), args, {
    cwd: root,
    env: environment(),
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
  })
  const said = []
  child.stdout?.on('data', (chunk) => said.push(chunk))
  child.stderr?.on('data', (chunk) => said.push(chunk))
  const stopForwarding = forwardSignals(child)
  const code = await ended(child)
  if (stopForwarding()) throw new StepFailed('Interrupted.')
  return { code, said: Buffer.concat(said).toString() }
}

function note(name, ok, since, said) {
  results.push({ name, ok, seconds: time(since), said })
  console.log(`${ok ? '✓' : '✗'} ${name} (${time(since).toFixed(1)} s)`)
  if (!ok && said) console.log(said.trimEnd().replace(/^/gm, '    '))
}

async function runBuild() {
  if (!wanted('build') && !wanted('browser')) return
  const since = Date.now()
  await alone(build)
  note('build', true, since)
}

async function runChecks() {
  const waiting = checks.filter(([name]) => wanted(name))
  const next = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const since = Date.now()
      const { code, said } = await run(check[1], { quiet: true })
      note(check[0], code === 0, since, said)
    }
  }
  if (waiting.length > 0) console.log('\n── Checks')
  await Promise.all([next(), next()])
}

async function runTests() {
  for (const [name, args] of tests.filter((test) => wanted(String(test[0])))) {
    console.log(`\n── ${String(name)}`)
    const since = Date.now()
    if (name === 'browser' && !(await findOrInstallChromium())) {
      note(name, false, since, 'No Chromium found. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH to its program.')
      continue
    }
    fs.rmSync(resultFile(name === 'browser' ? 'e2e' : name), { force: true })
    const { code } = await run(args, { quiet: false })
    note(name, code === 0, since)
  }
}

/** A bare Debian is given one; elsewhere the message says how. */
async function findOrInstallChromium() {
  const find = () =>
    spawnSync(runtime(), ['-e', 'import("./tests/support/chromium.ts").then((m) => process.exit(m.findChromium() ? 0 : 1))'], { cwd: root })
      .status === 0
  if (find()) return true
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return false
  console.log('No Chromium on this machine; installing Debian’s (apt-get install chromium-headless-shell) …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  /** @param {string[]} args */
  const apt = (...args) => spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0
  const get = (name) => apt('install', '-y', '--no-install-recommends', name)
  return apt('update') && (get('chromium-headless-shell') || get('chromium')) && find()
}

/** What the test runners counted: passed, failed and skipped. */
function counts() {
  const read = (name) =>
    fs.existsSync(resultFile(name)) && wanted(name === 'e2e' ? 'browser' : name)
      ? JSON.parse(fs.readFileSync(resultFile(name), 'utf8'))
      : undefined
  const vitest = read('vitest')
  const browser = read('e2e')?.stats
  return [
    vitest &&
      `vitest ${vitest.numPassedTests} passed, ${vitest.numFailedTests} failed, ${vitest.numPendingTests} skipped in ${vitest.testResults.length} files`,
    browser &&
      `browser ${browser.expected} passed, ${browser.unexpected} failed, ${browser.flaky} passed at the second try, ${browser.skipped} skipped`,
  ].filter(Boolean)
}

try {
  fs.mkdirSync(inProject('.cache'), { recursive: true })
  const since = Date.now()
  await alone(async () => {
    await install()
    await compileMessages()
  })
  note('install', true, since)
  // No check reads what is built, and building alone would leave half the machine idle.
  for (const side of await Promise.allSettled([runBuild(), runChecks()])) if (side.status === 'rejected') throw side.reason
  await runTests()
} catch (error) {
  results.push({ name: error instanceof StepFailed ? error.message.trim().split('\n').at(-1) : 'a step', ok: false, seconds: 0 })
  console.error(error instanceof StepFailed ? error.message : error)
}

const failed = results.filter(({ ok }) => !ok)
console.log(`\n── Result (${Math.round(time(began))} s)`)
for (const line of counts()) console.log(line)
console.log(
  `${results.length - failed.length} of ${results.length} steps passed${failed.length > 0 ? `; failed: ${failed.map(({ name }) => name).join(', ')}` : ''}`,
)
process.exitCode = failed.length === 0 ? 0 : 1
