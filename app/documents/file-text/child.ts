// A process of its own for one file: bytes in, words out as JSON, nothing else (read-file-text.server.ts starts it).
import { extractors } from './extract.ts'
import { isReadableType, tidy } from './file-text.ts'

const type = process.argv[2] ?? ''
if (!isReadableType(type)) process.exit(2)
const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
const found = tidy(await extractors[type](new Uint8Array(Buffer.concat(chunks))))
process.stdout.write(JSON.stringify(found))
