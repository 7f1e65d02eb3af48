import { languages } from '#app/shared/languages.ts'
import type { CatalogueEntry } from './catalogue-entries.server.ts'
import { xml } from './xml.ts'

/** Public pages that are neither records nor in the menu. Not the search: robots.txt closes it. */
export const standingPages = [
  '',
  '/chi-siamo',
  '/contatti',
  '/accessibilita',
  '/privacy',
  '/note-legali',
  '/dati-aperti',
  '/statistiche',
  '/buone-pratiche/proponi',
]

/** Every public page in every language with its siblings (sitemaps.org, hreflang). Parts of a page (#…) are not pages. */
export function sitemap(entries: readonly CatalogueEntry[], pages: readonly string[], origin: string): string {
  const records = new Map(entries.filter((entry) => !entry.url.includes('#')).map((entry) => [entry.url, entry.publishedAt]))
  const all = [...pages.map((path) => [path, null] as const), ...records]
  const alternates = (path: string) =>
    languages.map((lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${xml(`${origin}/${lang}${path}`)}"/>`).join('')
  const urls = all.flatMap(([path, date]) =>
    languages.map((lang) => {
      const modified = date ? `<lastmod>${date.toISOString().slice(0, 10)}</lastmod>` : ''
      return `  <url><loc>${xml(`${origin}/${lang}${path}`)}</loc>${modified}${alternates(path)}</url>`
    }),
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`
}
