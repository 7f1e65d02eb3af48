import { Server } from '@hocuspocus/server'

/** What we are measured against: Hocuspocus as it comes, everything in memory, nothing stored, nothing checked. */
const server = new Server({ name: 'bare', port: 0, address: '127.0.0.1', quiet: true })
await server.listen()
process.stdout.write(`ws://127.0.0.1:${server.address.port}\n`)
process.once('SIGTERM', () => process.exit(0))
