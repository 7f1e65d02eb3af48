import { type Env, isLoopback } from '../env.ts'

/** Where the product lives, as browsers see it. */
export type Site = {
  /** For links in mails and feeds. */
  appUrl: string
  /** https: session cookies are Secure and carry the __Host- prefix. */
  secure: boolean
  /** True for a Host header this site answers to. */
  acceptsHost: (host: string | undefined) => boolean
  /** True for an Origin header of this site. */
  acceptsOrigin: (origin: string | undefined) => boolean
  loopback: boolean
}

/**
 * Without APP_URL, localhost, 127.0.0.1 and [::1] on the listening port are one accepted site (contract.md);
 * with it, only that host is. `port` is the port really bound.
 */
export function siteOf(env: Pick<Env, 'APP_URL'>, port: number): Site {
  const appUrl = new URL(env.APP_URL ?? `http://localhost:${port}`)
  const loopback = isLoopback(appUrl.hostname)
  const accepts = (url: URL | null): boolean => {
    if (!url) return false
    if (url.host === appUrl.host) return true
    return env.APP_URL === undefined && isLoopback(url.hostname) && Number(url.port || 80) === port
  }
  return {
    appUrl: appUrl.origin,
    secure: appUrl.protocol === 'https:',
    loopback,
    // A host as browsers write it and nothing else: `URL` would read a user, a path or 127.1 into it.
    acceptsHost: (host = '') =>
      /^(?:[a-z0-9._-]+|\[[0-9a-f:]+\])(?::\d+)?$/i.test(host) && accepts(asWritten(`${appUrl.protocol}//${host}`)),
    acceptsOrigin: (origin) => {
      const url = URL.parse(origin ?? '')
      return url?.protocol === appUrl.protocol && accepts(url)
    },
  }
}

/** Null when reading changes the host's name: `127.1` and `2130706433` are 127.0.0.1 for `URL`, and for no page of ours. */
function asWritten(text: string): URL | null {
  const url = URL.parse(text)
  return url && text.toLowerCase().startsWith(`${url.protocol}//${url.hostname}`) ? url : null
}
