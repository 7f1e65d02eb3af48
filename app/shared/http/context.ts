import type { Logger } from 'pino'
import type { Db } from '#db/connection.ts'
import type { SearchEngine } from '#search/engine.ts'
import type { Actor } from '../actor.ts'
import type { Env } from '../env.ts'

/** What server.ts hands to every loader and action (Remix `context`). Doors read it through `enter`. */
export type AppContext = {
  db: Db
  search: SearchEngine
  env: Env
  log: Logger
  actor: Actor
  /** SHA-256 of the session id, for listing and revoking; undefined for visitors. */
  sessionHash: string | undefined
  /** CSP nonce of this response. */
  nonce: string
  /** Printed on error pages and in the log. */
  requestId: string
  /** The client's network address, for rate limits only; never stored with content. */
  ip: string
  /** Origin the reader uses, e.g. http://localhost:3000, for absolute links on the page. */
  origin: string
  /** APP_URL, or where the server listens: for links in mails. */
  appUrl: string
  /** The site is served over https: cookies are Secure. */
  secure: boolean
  /** True on loopback with the demo content: pages may show links that would have been mailed. */
  showMailLinks: boolean
}

declare module '@remix-run/node' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface AppLoadContext extends AppContext {}
  // Loaders' data arrive as they are (dates stay dates): the types must know the flag of remix.config.js.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface Future {
    v3_singleFetch: true
  }
}
