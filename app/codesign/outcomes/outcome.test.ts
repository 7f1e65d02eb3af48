import { expect, it } from 'vitest'
import { languageWithoutReason } from './outcome.ts'

it.each([
  ['ar', ['it'], 'ar'],
  ['ar', ['it', 'ar'], undefined],
  ['it', ['it'], undefined],
  ['ar', [], undefined],
  [null, ['it'], undefined],
])('who reads %s and finds the reason in %j still needs it in %s', (authorLang, langs, missing) => {
  const reasons = langs.map((lang) => ({ lang }))
  expect(languageWithoutReason(authorLang, reasons)).toBe(missing)
})
