import { safeHref } from '../../schema/urls.ts'

/**
 * The address somebody typed, as it will be stored: a bare domain or mail address gets its scheme. Undefined when it
 * is not on the allow-list of links.
 */
export function linkAddress(typed: string): string | undefined {
  const address = typed.trim()
  if (address === '') return undefined
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(address)) return safeHref(`mailto:${address}`)
  if (/^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(address)) return safeHref(`https://${address}`)
  return safeHref(address)
}
