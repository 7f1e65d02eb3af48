import type { CatalogueEntry } from './catalogue-entries.server.ts'
import { xml } from './xml.ts'

/** The newest public records as Atom (RFC 4287). Entry ids are catalogue ids, so a renamed record stays the same entry. */
export function atomFeed(
  entries: readonly CatalogueEntry[],
  { origin, title, lang }: { origin: string; title: string; lang: string },
): string {
  const dated = entries.filter((entry) => entry.publishedAt)
  const updated = dated[0]?.publishedAt ?? new Date(0)
  const items = dated.map(
    (entry) => `  <entry>
    <id>urn:casa-comune:${xml(entry.id)}</id>
    <title>${xml(entry.title)}</title>
    <link href="${xml(`${origin}/${lang}${entry.url}`)}"/>
    <updated>${(entry.publishedAt ?? updated).toISOString()}</updated>
    <category term="${xml(entry.type)}"/>
    <summary xml:lang="${xml(entry.lang)}">${xml(entry.summary)}</summary>
  </entry>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(lang)}">
  <id>${xml(origin)}/feed.atom</id>
  <title>${xml(title)}</title>
  <author><name>Casa Comune</name></author>
  <link rel="self" href="${xml(origin)}/feed.atom?lang=${xml(lang)}"/>
  <link href="${xml(origin)}/${xml(lang)}"/>
  <updated>${updated.toISOString()}</updated>
${items.join('\n')}
</feed>
`
}
