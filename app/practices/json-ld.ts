import type { PracticeDetail } from './detail-page.server.ts'

type JsonLd = { [key: string]: string | JsonLd | (string | JsonLd)[] }

/** The sheet for machines (schema.org), as far as it is known: nothing is made up for it. */
export function jsonLd(practice: PracticeDetail, address: string): JsonLd {
  const bodies = practice.bodies.map((body): JsonLd => ({ '@type': 'Organization', name: body.name }))
  return {
    '@context': 'https://schema.org',
    '@type': practice.type === 'event' ? 'Event' : 'CreativeWork',
    '@id': address,
    url: address,
    name: practice.title.text,
    description: practice.summary,
    inLanguage: practice.text.lang,
    license: practice.licence,
    ...(practice.publishedAt && { datePublished: practice.publishedAt.toISOString() }),
    dateModified: practice.updatedAt.toISOString(),
    keywords: practice.terms.map((term) => term.name).join(', '),
    ...(bodies.length > 0 && { contributor: bodies }),
    spatialCoverage: practice.territories.map((place): JsonLd => ({ '@type': 'Place', name: place.name })),
    citation: practice.sources.map((source) => source.url),
  }
}
