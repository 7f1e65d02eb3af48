import { serveCollab } from './serve-collab.ts'

/** A live server in a process of its own, to be killed: `node serve-child.ts DATABASE_URL [PORT]` prints its address. */
const [, , databaseUrl = '', port = '0'] = process.argv
const { url } = await serveCollab({ databaseUrl, port: Number(port) })
process.stdout.write(`${url}\n`)
