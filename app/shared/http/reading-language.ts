import { isLang, type Lang, languages } from '../languages.ts'

/**
 * The reader's language where the address names none. Pages: the language read last (cookie), then Accept-Language, then
 * Italian. The API, by its contract: Accept-Language before the cookie.
 */
export function readingLanguage(request: Request): Lang {
  const cookie = /(?:^|;\s*)cc_lang=(\w+)/.exec(request.headers.get('Cookie') ?? '')?.[1]
  const remembered = isLang(cookie) ? cookie : undefined
  const accepted = acceptedLanguage(request.headers.get('Accept-Language') ?? '')
  const ofApi = new URL(request.url).pathname.startsWith('/api/')
  return (ofApi ? (accepted ?? remembered) : (remembered ?? accepted)) ?? 'it'
}

/** The best of our languages by RFC 9110: the highest q first, never q=0; `*` is any language the header does not name. */
function acceptedLanguage(header: string): Lang | undefined {
  const ranges = header.split(',').map((part) => {
    const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
    const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    return { primary: range.split('-')[0], quality: q === undefined ? 1 : Number(q) || 0 }
  })
  const unnamed = languages.find((lang) => ranges.every(({ primary }) => primary !== lang))
  return ranges
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ primary }) => (primary === '*' ? unnamed : primary))
    .find(isLang)
}
