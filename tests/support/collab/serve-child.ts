import { pino } from 'pino'
import { openDatabase } from '#db/connection.ts'
import { importSpill } from '#collab/import-spill.ts'
import { serveCollab } from './serve-collab.ts'

/**
 * A live server in a process of its own, to be killed: `node serve-child.ts DATABASE_URL [PORT] [SPILL_FOLDER]` prints
 * its address. SIGTERM ends it as server.ts ends the product.
 */
const [, , databaseUrl = '', port = '0', spillFolder] = process.argv
if (spillFolder) {
  const { db } = openDatabase({ url: databaseUrl, max: 1, onError: (error) => process.stderr.write(`${error.message}\n`) })
  await importSpill(db, spillFolder, pino({ level: 'silent' }))
  await db.destroy()
}
const { url, collab } = await serveCollab({ databaseUrl, port: Number(port), ...(spillFolder ? { spillFolder } : {}) })
process.once('SIGTERM', () => void collab.close(1_000).then((saved) => process.exit(saved ? 0 : 3)))
process.stdout.write(`${url}\n`)
