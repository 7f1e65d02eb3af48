import { expect, test } from 'vitest'
import { linkAddress } from './link-address.ts'

test.each([
  ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
  ['www.regione.toscana.it/casa', 'https://www.regione.toscana.it/casa'],
  ['example.org', 'https://example.org'],
  ['anna@example.org', 'mailto:anna@example.org'],
  ['tel:+39055123', 'tel:+39055123'],
  ['/it/manuale', '/it/manuale'],
  ['  https://example.org ', 'https://example.org'],
])('%s becomes %s', (typed, stored) => {
  expect(linkAddress(typed)).toBe(stored)
})

test.each(['', 'javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'due parole', '//evil.example', 'ftp://x.example'])(
  '%j is refused',
  (typed) => {
    expect(linkAddress(typed)).toBeUndefined()
  },
)
