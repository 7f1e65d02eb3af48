import { serveCollab } from '../../support/collab/serve-collab.ts'

/**
 * Our live server with all its promises on: `node serve-casa.ts DATABASE_URL [FRAMES_PER_SECOND] [PORT]`. The limit of
 * frames per connection is the product's, except in the replay, where one connection sends what one person types in weeks.
 */
const [, , databaseUrl = '', framesPerSecond = '200', port = '0'] = process.argv
const { url } = await serveCollab({ databaseUrl, framesPerSecond: Number(framesPerSecond), port: Number(port) })
process.stdout.write(`${url}\n`)
process.once('SIGTERM', () => process.exit(0)) // flushes a CPU profile
