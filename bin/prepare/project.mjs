// Node built-ins only, Node 20 or newer: this runs before anything is installed.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** Where the project lives, with symbolic links resolved. */
export const root = fs.realpathSync(path.resolve(import.meta.dirname, '../..'))
export const inProject = (...parts) => path.join(root, ...parts)

/** SHA-256 over names and contents of these files and folders, in a stable order. `skip` sees each path in the project. */
export function contentHash(entries, skip = () => false) {
  const hash = createHash('sha256')
  const add = (entry) => {
    const file = inProject(entry)
    const stat = fs.statSync(file, { throwIfNoEntry: false })
    if (!stat || skip(entry)) return
    if (stat.isDirectory()) for (const name of fs.readdirSync(file).sort()) add(path.join(entry, name))
    else hash.update(entry).update('\0').update(fs.readFileSync(file))
  }
  for (const entry of entries) add(entry)
  return hash.digest('hex')
}

/** True when the stamp file holds this text. */
export const isStamped = (file, text) => fs.existsSync(file) && fs.readFileSync(file, 'utf8').trim() === text

/** Written last, so that work cut short is done again. */
export function stamp(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, `${text}\n`)
}
