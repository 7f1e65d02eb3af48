import type { MetaDescriptor } from '@remix-run/node'
import { languages } from '../languages.ts'

type PageMeta = { title: string; description?: string; origin: string; path: string; noindex?: boolean }

/**
 * Title, description, canonical, hreflang and Open Graph of a public page.
 * `path` is the address with its language (/it/manuale); the other languages' addresses follow from it.
 */
export function pageMeta({ title, description, origin, path, noindex }: PageMeta): MetaDescriptor[] {
  const rest = path.replace(/^\/\w{2}(?=\/|$)/, '')
  const full = `${title} · Casa Comune`
  return [
    { title: full },
    ...(description ? [{ name: 'description', content: description.slice(0, 300) }] : []),
    ...(noindex ? [{ name: 'robots', content: 'noindex' }] : []),
    { tagName: 'link', rel: 'canonical', href: origin + path },
    ...languages.map((lang) => ({ tagName: 'link' as const, rel: 'alternate', hrefLang: lang, href: `${origin}/${lang}${rest}` })),
    { property: 'og:title', content: full },
    ...(description ? [{ property: 'og:description', content: description.slice(0, 300) }] : []),
    { property: 'og:image', content: `${origin}/og.png` },
    { property: 'og:type', content: 'website' },
  ]
}
