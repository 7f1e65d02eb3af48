import { expect, it } from 'vitest'
import { readingLanguage } from './reading-language.ts'

/** The language of a request with this Accept-Language and, if named, this language read last. */
const language = (accepted: string, cookie?: string, path = '/') =>
  readingLanguage(
    new Request(`https://casa.example${path}`, {
      headers: { 'Accept-Language': accepted, ...(cookie && { Cookie: `cc_lang=${cookie}` }) },
    }),
  )

it.each([
  ['en', 'en'],
  ['en;q=0.5, ar', 'ar'],
  ['it ; q=0.3 , en ; q=0.8', 'en'],
  ['en-GB;level=1;q=0.9, it;q=0.8', 'en'],
  ['arn, en;q=0.2', 'en'],
  ['en;q=0, ar;q=0.1', 'ar'],
  ['fr, *;q=0.5', 'it'],
  ['it;q=0, *', 'en'],
  ['de, fr', 'it'],
  ['', 'it'],
])('"%s" is read in %s', (accepted, lang) => expect(language(accepted)).toBe(lang))

it('follows the language read last on pages, and what the client accepts in the API', () => {
  expect(language('en', 'ar')).toBe('ar')
  expect(language('en', 'ar', '/api/v1/practices')).toBe('en')
  expect(language('de', 'ar', '/api/v1/practices')).toBe('ar')
})
