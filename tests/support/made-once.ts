import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * What several tests of one run need and is slow to make: the first to ask makes it, in whichever worker, the others
 * wait. It goes through a file, so it has to be JSON. When making it fails, everybody's test fails with the reason.
 */
export async function madeOnce<T>(name: string, make: () => Promise<T>): Promise<T> {
  const file = path.join(process.env.CASA_E2E_DATA_DIR ?? '', `${name}.json`)
  try {
    fs.closeSync(fs.openSync(`${file}.begun`, 'wx'))
  } catch {
    while (!fs.existsSync(file)) await wait(100)
    const { made, failed } = JSON.parse(fs.readFileSync(file, 'utf8')) as { made?: T; failed?: string }
    if (failed !== undefined) throw new Error(`${name} could not be made: ${failed}`)
    return made as T
  }
  const keep = (result: object): void => {
    fs.writeFileSync(`${file}.new`, JSON.stringify(result))
    fs.renameSync(`${file}.new`, file)
  }
  try {
    const made = await make()
    keep({ made })
    return made
  } catch (error) {
    keep({ failed: String(error) })
    throw error
  }
}
