import { isLang, type Lang } from '../languages.ts'

/** The reader's language where the address names none: cookie, then Accept-Language, then Italian. */
export function readingLanguage(request: Request): Lang {
  const cookie = /(?:^|;\s*)cc_lang=(\w+)/.exec(request.headers.get('Cookie') ?? '')?.[1]
  if (isLang(cookie)) return cookie
  const wanted = (request.headers.get('Accept-Language') ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=')
      return { lang: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) || 0 }
    })
    .sort((a, b) => b.quality - a.quality)
  return wanted.map((entry) => entry.lang).find(isLang) ?? 'it'
}
