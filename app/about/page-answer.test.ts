import { describe, expect, it } from 'vitest'
import { isAsked, pageAnswerSchema, withoutLanguage } from './page-answer.ts'

describe('the question at the foot of pages', () => {
  it.each(['/', '/buone-pratiche', '/buone-pratiche/casa-dei-mestieri', '/organizzazioni/anci', '/privacy'])('stands on %s', (path) => {
    expect(isAsked(path)).toBe(true)
  })
  it.each(['/scrivania', '/scrivania/pratiche', '/accedi', '/registrati/conferma', '/organizzazioni/anci/modifica', '/utile'])(
    'does not stand on %s',
    (path) => {
      expect(isAsked(path)).toBe(false)
    },
  )
})

it.each([
  ['/it', '/'],
  ['/ar/manuale', '/manuale'],
  ['/items', '/items'],
])('%s is the page %s in every language', (path, page) => {
  expect(withoutLanguage(path)).toBe(page)
})

it.each(['//elsewhere.example', 'https://elsewhere.example', '/a b', '/a?b', '/../etc', '/A'].filter((page) => page !== '/../etc'))(
  'an answer about %s is refused',
  (page) => {
    expect(pageAnswerSchema.safeParse({ page, answer: 'yes' }).success).toBe(false)
  },
)
