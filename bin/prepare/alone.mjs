import fs from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { inProject } from './project.mjs'

const LOCK = inProject('.cache/prepare.lock')

function holder() {
  const pid = Number(fs.readFileSync(LOCK, 'utf8'))
  try {
    process.kill(pid, 0)
    return pid
  } catch (error) {
    return error.code === 'EPERM' ? pid : undefined
  }
}

/** Runs `work` while no other command of this clone installs or builds; a lock left by a dead process counts for nothing. */
export async function alone(work) {
  fs.mkdirSync(inProject('.cache'), { recursive: true })
  for (let told = false; ;) {
    try {
      fs.writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (holder() === undefined) fs.rmSync(LOCK, { force: true })
    else {
      if (!told) console.log('Another command of this clone is installing or building; waiting for it …')
      told = true
      await wait(500)
    }
  }
  return work().finally(() => fs.rmSync(LOCK, { force: true }))
}
