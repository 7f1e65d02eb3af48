import { describe, expect, it } from 'vitest'
import { hasPersonalData, personalDataIn, withoutPersonalData } from './personal-data.ts'

describe('personal data in free words', () => {
  it.each([
    ['scrivetemi a anna.rossi@example.org grazie', 'scrivetemi a […] grazie'],
    ['il mio codice è RSSMRA85T10A562S', 'il mio codice è […]'],
    ['bonifico su IT60 X054 2811 1010 0000 0123 456', 'bonifico su […]'],
    ['chiamate il +39 055 123 4567', 'chiamate il […]'],
    ['chiamate 333-1234567.', 'chiamate […].'],
  ])('%s', (text, kept) => {
    expect(withoutPersonalData(text)).toBe(kept)
  })

  it.each(['Legge 71/2020, articolo 4', 'dal 4 maggio all’8 giugno 2023', '2021–2023', 'ho 3 figli e 2 stanze'])(
    'leaves "%s" alone',
    (text) => {
      expect(hasPersonalData(text)).toBe(false)
    },
  )
})

describe('kinds of personal data', () => {
  it.each([
    ['chiamami al 333 123 4567', ['phone']],
    ['+39 055-2345678', ['phone']],
    ['tel. (055) 23.45.67.89', ['phone']],
    ['هاتفي ٣٣٣١٢٣٤٥٦٧', ['phone']],
    ['it60x0542811101000000123456', ['iban']],
    ['IT60 X054 2811 1010 0000 0123 456', ['iban']],
    ['rssmra85t10a562s o anna@example.org', ['email', 'tax-code']],
  ])('%s: %o', (text, kinds) => {
    expect(personalDataIn(text)).toEqual(kinds)
  })

  it.each(['dal 04/05/2026 al 08.06.2026', 'negli anni 2019-2023', 'costa 1.200.000 euro', '12 persone a 350 euro al mese', ''])(
    'none in "%s"',
    (text) => {
      expect(personalDataIn(text)).toEqual([])
    },
  )

  it('answers at once for long texts', () => {
    const started = performance.now()
    for (const text of ['a@', '1 ', 'IT60', 'A'].map((part) => part.repeat(5_000))) personalDataIn(text)
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})
