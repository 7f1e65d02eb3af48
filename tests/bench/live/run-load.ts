import { load, type LoadOptions } from './load.ts'

// In a process of its own, so that one run's memory does not weigh on the next: options in, one line of JSON out.
const result = await load(JSON.parse(process.argv[2] ?? '') as LoadOptions)
process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0))
