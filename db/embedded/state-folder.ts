import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/**
 * A folder outside the clone that the database user can reach, for clones below a closed folder such as /root.
 * Only root ever needs it. It survives a restart of the machine where /var/lib can be written.
 */
export function stateFolder(name: string): string {
  const root = fs.existsSync('/var/lib') ? '/var/lib/casa-comune' : path.join(os.tmpdir(), 'casa-comune')
  fs.mkdirSync(root, { recursive: true, mode: 0o711 })
  const found = fs.lstatSync(root)
  // Somebody else's folder could hold somebody else's programs.
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0)
    throw new Error(`${root} must be a folder that only root can write to.`)
  fs.chmodSync(root, 0o711)
  return path.join(root, name)
}
