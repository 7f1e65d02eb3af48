/** `next` when it is a path of this site, else the fallback: a redirect must not lead elsewhere. */
export function localPath(next: unknown, fallback: string): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return fallback
  const url = URL.parse(next, 'http://here.invalid')
  return url?.origin === 'http://here.invalid' && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : fallback
}
