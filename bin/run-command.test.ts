import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { runCommand } from './run-command.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'casa-command-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

/** Runs `casa …` from the folder, beside a database that nobody serves: what it says, and its exit code. */
async function casa(...argv: string[]) {
  vi.stubEnv('CASA_CWD', folder)
  const said: string[] = []
  const complaints: string[] = []
  const code = await runCommand(argv, {
    settings: { DATA_DIR: path.join(folder, 'data'), DATABASE_URL: 'postgres://postgres@127.0.0.1:9/casa', LOG_LEVEL: 'silent' },
    print: (line) => said.push(line),
    complain: (line) => complaints.push(line),
  })
  vi.unstubAllEnvs()
  return { code, said: said.join('\n'), complaints }
}

it.each([
  'migrate',
  'seed',
  'reindex',
  'doctor',
  'user',
  'backup',
  'restore',
  'erase',
  'territories',
  'boundaries',
  'meili',
  'web',
  'collab',
  'worker',
])('casa %s --help says how it is used and does nothing', async (command) => {
  for (const help of ['--help', '-h'])
    expect(await casa(command, help)).toMatchObject({ code: 0, said: expect.stringMatching(`casa ${command}`), complaints: [] })
  expect(fs.readdirSync(folder)).toEqual([])
})

it('lists every command for --help, -h, help and nothing', async () => {
  for (const argv of [['--help'], ['-h'], ['help'], []])
    expect(await casa(...argv)).toMatchObject({ code: 0, said: expect.stringContaining('casa backup FILE') })
})

it.each([['migrate', '--now'], ['doctor', 'x'], ['web', '--port=1'], ['backup', '--quick'], ['seed', '--all'], ['backup']])(
  'casa %s %s is answered with the usage',
  async (...argv) => {
    const { code, complaints } = await casa(...argv.filter(Boolean))
    expect([code, complaints]).toEqual([2, [expect.stringContaining(`Usage: casa ${argv[0]}`)]])
  },
)

it.each([
  ['backup onto a file', ['backup', 'kept.tar.gz'], /kept\.tar\.gz exists already\.$/],
  ['backup into no folder', ['backup', 'nowhere/b.tar.gz'], /^There is no folder .*nowhere\.$/],
  ['import of no boundaries', ['boundaries', 'import', 'absent.geojson'], /^There is no .*absent\.geojson\.$/],
  ['import of no zones', ['territories', 'import', 'absent.csv'], /^There is no .*absent\.csv\.$/],
  ['import of a folder', ['boundaries', 'import', '.'], /cannot be read: EISDIR/],
  ['backup without a database', ['backup', 'new.tar.gz'], /^The database cannot be reached/],
  ['reindex without a database', ['reindex', '--engine', 'postgres'], /^The database cannot be reached \(ECONNREFUSED\)/],
])('%s is refused in one sentence', async (_, argv, sentence) => {
  fs.writeFileSync(path.join(folder, 'kept.tar.gz'), 'kept')
  const { code, complaints } = await casa(...argv)
  expect([code, complaints]).toEqual([1, [expect.stringMatching(sentence)]])
  expect(fs.readFileSync(path.join(folder, 'kept.tar.gz'), 'utf8')).toBe('kept')
})
