import { once } from 'node:events'
import { type Served, serve } from '../../bench/live/servers.ts'

/** A live server on one port that can be killed with -9 and started again, as often as one likes. */
export async function prepareServer(databaseUrl: string) {
  let served: Served = await serve('serve-casa.ts', [databaseUrl])
  const { url } = served
  const { port } = new URL(url)
  return {
    url,
    kill: async () => {
      const ended = once(served.child, 'exit')
      served.child.kill('SIGKILL')
      await ended
    },
    start: async () => {
      served = await serve('serve-casa.ts', [databaseUrl, '200', port])
    },
  }
}
