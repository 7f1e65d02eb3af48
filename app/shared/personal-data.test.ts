import { describe, expect, it } from 'vitest'
import { hasPersonalData, withoutPersonalData } from './personal-data.ts'

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
