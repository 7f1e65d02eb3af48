import type { MetaDescriptor } from '@remix-run/node'
import { languages } from '../languages.ts'

type PageMeta = { title: string; description?: string; origin: string; path: string; noindex?: boolean; feed?: string }

/**
 * Title, description, canonical, hreflang and Open Graph of a public page.
 * `feed` is the address of an Atom feed of what the page shows.
 * `path` is the address with its language (/it/manuale); the other languages' addresses follow from it.
 */
export function pageMeta({ title, description, origin, path, noindex, feed }: PageMeta): MetaDescriptor[] {
  const rest = path.replace(/^\/\w{2}(?=\/|$)/, '')
  const full = `${title} · Casa Comune`
  return [
    { title: full },
    ...(description ? [{ name: 'description', content: description.slice(0, 300) }] : []),
    ...(noindex ? [{ name: 'robots', content: 'noindex' }] : []),
    { tagName: 'link', rel: 'canonical', href: origin + path },
    ...languages.map((lang) => ({ tagName: 'link' as const, rel: 'alternate', hrefLang: lang, href: `${origin}/${lang}${rest}` })),
    ...(feed ? [{ tagName: 'link' as const, rel: 'alternate', type: 'application/atom+xml', title: full, href: feed }] : []),
    { property: 'og:title', content: full },
    ...(description ? [{ property: 'og:description', content: description.slice(0, 300) }] : []),
    { property: 'og:image', content: `${origin}/og.png` },
    { property: 'og:type', content: 'website' },
  ]
}
