import type { CatalogueEntry } from './catalogue-entries.server.ts'
import { xml } from './xml.ts'

export type FeedFrame = {
  origin: string
  title: string
  /** Interface language of the links. */
  lang: string
  /** Stays for ever: readers know the feed by it. */
  id: string
  /** The feed's own address and the page it stands for, after the origin. */
  self: string
  page: string
}

/** Public records as Atom (RFC 4287), newest first. Entry ids are catalogue ids, so a renamed record stays the same entry. */
export function atomFeed(entries: readonly CatalogueEntry[], { origin, title, lang, id, self, page }: FeedFrame): string {
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
  <id>${xml(origin + id)}</id>
  <title>${xml(title)}</title>
  <author><name>Casa Comune</name></author>
  <link rel="self" type="application/atom+xml" href="${xml(origin + self)}"/>
  <link href="${xml(origin + page)}"/>
  <updated>${updated.toISOString()}</updated>
${items.join('\n')}
</feed>
`
}
