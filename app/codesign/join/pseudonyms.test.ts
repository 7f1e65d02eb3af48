import { expect, it } from 'vitest'
import { participantLanguages } from '../participant-languages.ts'
import { PSEUDONYMS, pseudonymOf } from './pseudonyms.ts'

it.each(participantLanguages)('has 256 different names in %s, all of two words', (lang) => {
  const names = Array.from({ length: PSEUDONYMS }, (_, number) => pseudonymOf(lang, number))
  expect(new Set(names).size).toBe(PSEUDONYMS)
  expect(names.filter((name) => /undefined|_|^\s|\s$/.test(name) || name.length > 30)).toEqual([])
  expect(pseudonymOf(lang, 256)).toBe(names[0])
  expect(pseudonymOf(lang, -1)).toBe(names[255])
})
