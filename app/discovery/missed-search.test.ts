import { describe, expect, it } from 'vitest'
import { missedQuery } from './missed-search.ts'

describe('Searches without results are kept', () => {
  it.each([
    ['  Cohousing   INTERGENERAZIONALE! ', 'cohousing intergenerazionale'],
    ['"mutuo aiuto"', 'mutuo aiuto'],
    ['l’abitare', 'l’abitare'],
    ['bando 2021-2023', 'bando 2021-2023'],
    ['legge 71/2020', 'legge 71/2020'],
    ['CAP 50122', 'cap 50122'],
    ['سكن مشترك', 'سكن مشترك'],
    ['perché', 'perché'],
  ])('as plain words: %s', (typed, kept) => expect(missedQuery(typed)).toBe(kept))

  it.each([
    'mario.rossi@example.org',
    'scrivi a mario @ example.org',
    '333 1234567',
    '+39 333-123.45.67',
    '055/123456',
    'RSSMRA80A01D612K',
    'rss mra 80a01 d612k',
    'RSSMRAU0A01D612K', // a digit replaced by its letter
    'IT60X0542811101000000123456',
    'it60 x054 2811 1010 0000 0123 456',
    'carta CA12345AB',
    'permesso I1234567',
    'pratica 2023 4567 8901',
    'https://example.org/mario',
    '٠٥٥١٢٣٤٥٦٧',
    'cerco casa per mia sorella che arriva da lontano con due bambini',
    'x'.repeat(81),
    '???',
    'a',
    '',
  ])('never when they could tell about a person, or say nothing: %s', (typed) => expect(missedQuery(typed)).toBeUndefined())
})
