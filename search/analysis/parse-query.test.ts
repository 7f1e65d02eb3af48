import { describe, expect, it } from 'vitest'
import { asksForWords, parseQuery, withCorrections } from './parse-query.ts'

describe('A typed query', () => {
  it('has words, phrases in any quotes, and excluded words', () => {
    const query = parseQuery('affitto “beni comuni” «patti di cura» -lucca -"agenzia casa"')
    expect(query.words.map((word) => word.word)).toEqual(['affitto'])
    expect(query.phrases).toEqual([
      ['ben0', 'comun'],
      ['patt', 'cur0'],
    ])
    expect(query.excluded).toEqual([['agenz', 'cas0'], ['lucc']])
  })

  it('does not take a hyphen inside a word for an exclusion', () => {
    expect(parseQuery('co-housing zona-distretto').excluded).toEqual([])
  })

  it('asks for nothing when it holds only stop words or signs', () => {
    for (const text of ['di', '???', '""', ' ', '- -']) expect(asksForWords(parseQuery(text))).toBe(false)
  })

  it('made of longer words without content asks for just them', () => {
    expect(parseQuery('anche questo').words.map((word) => word.word)).toEqual(['anche', 'questo'])
  })

  it('is short whatever was pasted', () => {
    const query = parseQuery('parola '.repeat(5_000) + Array.from({ length: 500 }, (_, i) => `diversa${i}`).join(' '))
    expect(query.text.length).toBeLessThanOrEqual(400)
    expect(query.words.length).toBeLessThanOrEqual(10)
  })

  it('is corrected in place, leaving the rest as typed', () => {
    const query = parseQuery('L’affito a Pisa')
    expect(withCorrections(query, new Map([['affito', 'affitto']]))).toBe('L’affitto a Pisa')
  })
})
