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
    acceptsHost: (host) => accepts(URL.parse(`${appUrl.protocol}//${host ?? ''}`)),
    acceptsOrigin: (origin) => {
      const url = URL.parse(origin ?? '')
      return url?.protocol === appUrl.protocol && accepts(url)
    },
  }
}
