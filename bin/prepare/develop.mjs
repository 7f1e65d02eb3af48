import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { compileMessages } from './build.mjs'
import { inProject, root } from './project.mjs'
import { ended } from './run.mjs'

/** What server.ts loads by itself; pages and their parts are Vite's to reload. */
const isServerSide = (file) => /\.(ts|mjs)$/.test(file) && !/\.test\.ts$|^app\/routes\/|\/ui\/|\/generated\/|\.generated\./.test(file)
const isMessages = (file) => /\/messages\/\w+\.json$/.test(file)

/** Runs server.ts and starts it again when code it loaded changes; compiles messages as they change. Returns the exit code. */
export async function develop(node, env) {
  let child
  let again = true
  let stopping = false
  let timer
  const restart = () => {
    again = true
    child?.kill('SIGTERM')
  }
  const changed = (file) => {
    if (isMessages(file)) compileMessages().catch((error) => console.error(error.message))
    if (!isServerSide(file)) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      console.log(`${file} changed, starting again …`)
      restart()
    }, 300)
  }
  const watchers = ['app', 'bin', 'collab-server', 'db', 'search'].map((folder) =>
    fs.watch(inProject(folder), { recursive: true }, (_event, name) => name && changed(path.join(folder, name))),
  )
  watchers.push(fs.watch(inProject('server.ts'), () => changed('server.ts')))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      stopping = true
      child?.kill(signal)
    })
  let code = 0
  while (again && !stopping) {
    again = false
    child = spawn(node, [inProject('server.ts')], { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' })
    code = await ended(child)
    // A mistake in the code: wait for the next change instead of leaving.
    while (!again && !stopping && code === 1) await new Promise((resolve) => setTimeout(resolve, 200))
  }
  for (const watcher of watchers) watcher.close()
  return code
}
