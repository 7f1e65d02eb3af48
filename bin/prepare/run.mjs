import { spawn } from 'node:child_process'
import os from 'node:os'
import { root } from './project.mjs'

export class StepFailed extends Error {
  name = 'StepFailed'
}

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** Keeps the reader company while something long runs: one line that counts on a terminal, a line now and then elsewhere. */
function showProgress(label, since) {
  const tty = process.stdout.isTTY
  const tick = () =>
    process.stdout.write(tty ? `\r${label} … ${Math.round((Date.now() - since) / 1000)} s` : `${label} … ${seconds(since)}\n`)
  if (!tty) process.stdout.write(`${label} …\n`)
  const timer = setInterval(tick, tty ? 1_000 : 10_000)
  return () => {
    clearInterval(timer)
    if (tty) process.stdout.write('\r\x1b[K')
  }
}

/** Runs a command quietly, with progress; prints what it said and throws StepFailed when it fails. */
export async function step(label, command, args, env = {}) {
  const since = Date.now()
  const done = showProgress(label, since)
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = []
  child.stdout.on('data', (chunk) => said.push(chunk))
  child.stderr.on('data', (chunk) => said.push(chunk))
  const stopForwarding = forwardSignals(child)
  const code = await ended(child).finally(done)
  if (stopForwarding()) throw new StepFailed(`${label}: interrupted.`)
  if (code !== 0) throw new StepFailed(`${Buffer.concat(said).toString()}\n${label}: failed (exit code ${code}).`)
  console.log(`${label}: done in ${seconds(since)}`)
}

/** Resolves to the exit code; a signal counts as 128 plus its number, as in a shell. */
export function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(code ?? 128 + (os.constants.signals[signal] ?? 0)))
  })
}

/**
 * Passes what we are told on to the child, and leaves the going to it: it may have edits to write first.
 * Returns a function that ends this and says whether a signal came.
 */
export function forwardSignals(child) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  let told = false
  const pass = (signal) => {
    told = true
    child.kill(signal)
  }
  for (const signal of signals) process.on(signal, pass)
  return () => {
    for (const signal of signals) process.off(signal, pass)
    return told
  }
}

/** Runs a command in our place: same terminal, same signals, its exit code. */
export async function become(command, args, env = {}) {
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' })
  const stopForwarding = forwardSignals(child)
  return ended(child).finally(stopForwarding)
}
