import { replay, type ReplayOptions } from './replay.ts'

const result = await replay(JSON.parse(process.argv[2] ?? '') as ReplayOptions)
process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0))
