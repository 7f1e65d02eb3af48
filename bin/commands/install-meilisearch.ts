import { createHash } from 'node:crypto'
import { promises as fs } from 'node:fs'
import path from 'node:path'
import { type Command, CommandRefused, UsageError } from './command.ts'

const VERSION = '1.50.0'

/** Release files of that version and their SHA-256. */
const builds: Record<string, { file: string; sha256: string }> = {
  'linux-x64': { file: 'meilisearch-linux-amd64', sha256: 'e5cf57e5103b45c46e0cb2cb1a9a20160f34e27fa0c65e3513030568fe3d2bd1' },
  'linux-arm64': { file: 'meilisearch-linux-aarch64', sha256: 'c26fc8bdc0e70d70818d8317fe862ea0ecddd814db742000f3cd34a5e3fcbd35' },
  'darwin-x64': { file: 'meilisearch-macos-amd64', sha256: 'c818105836695f8f1dea7099e31c4665c45aaefe87cb57d5fd2c4a060dd424f5' },
  'darwin-arm64': { file: 'meilisearch-macos-apple-silicon', sha256: 'deccb8a992e8d24c3e67118fd1166a37ef11e5b092cb1e269f2ae8a7ac8d65c8' },
}

/** Keeps the bytes as an executable when their hash is the pinned one; throws otherwise, with nothing left behind. */
export async function keepVerified(bytes: Uint8Array, sha256: string, target: string): Promise<void> {
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found !== sha256) throw new CommandRefused(`The downloaded file is not the pinned release (SHA-256 ${found}, expected ${sha256}).`)
  await fs.mkdir(path.dirname(target), { recursive: true })
  await fs.writeFile(`${target}.new`, bytes, { mode: 0o755 })
  await fs.rename(`${target}.new`, target)
}

export const meiliCommand: Command = {
  usage: 'meili install',
  does: `fetches Meilisearch ${VERSION} into DATA_DIR/bin and checks its SHA-256`,
  run: async ({ args, env, print }) => {
    if (args.join(' ') !== 'install') throw new UsageError('The only verb is "install".')
    const build = builds[`${process.platform}-${process.arch}`]
    if (!build) throw new CommandRefused(`Meilisearch has no release for ${process.platform}-${process.arch}; PostgreSQL answers searches.`)
    const url = `https://github.com/meilisearch/meilisearch/releases/download/v${VERSION}/${build.file}`
    print(`Fetching ${url} …`)
    const response = await fetch(url).catch((error: unknown) => {
      throw new CommandRefused(`The download failed: ${error instanceof Error ? String(error.cause ?? error.message) : String(error)}`)
    })
    if (!response.ok) throw new CommandRefused(`The download failed: HTTP ${response.status}.`)
    const target = path.join(env.DATA_DIR, 'bin/meilisearch')
    await keepVerified(await response.bytes(), build.sha256, target)
    print(`${target}: used from the next start on.`)
  },
}
