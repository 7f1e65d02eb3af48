import { describe, expect, it } from 'vitest'
import { fold, words } from './words.ts'

const tokens = (text: string) => words(text).map((word) => word.token)

describe('Words of a text', () => {
  it.each([
    ['l’accoglienza', "l'accoglienza"],
    ['dell’abitare', 'abitare'],
    ["d'intesa", 'intesa'],
    ['quest’anno', 'anno'],
    ['un`altra casa', 'casa'],
    ['CITTÀ', 'citta'],
    ["citta'", 'città'],
    ['perché', 'perche'],
    ['E.R.P.', 'erp'],
    ['S.d.S.', 'SdS'],
    ['co-progettazione', 'coprogettazione'],
    ['co‑housing', 'cohousing'],
    ["the tenants' home", 'tenant home'],
    ['Straße', 'strasse'],
  ])('reads "%s" like "%s"', (written, same) => {
    expect(tokens(written)).toEqual(tokens(same))
  })

  it('keeps the parts of a joined word findable, and the joined word of parts', () => {
    expect(words('co-progettazione')[0]?.also).toEqual(['co', 'progetazion'])
    expect(words('linguistico-culturale')).toMatchObject([{ token: 'linguistic', also: ['linguisticocultural'] }, { token: 'cultural' }])
  })

  it('leaves out words without content, in both languages', () => {
    expect(tokens('di come e per la the of with')).toEqual([])
  })

  it('remembers where a word stands, accents and apostrophes included', () => {
    const text = 'Più dell’affitto'
    const [word] = words(text)
    expect(text.slice(word?.start, word?.end)).toBe('affitto')
  })

  it('survives anything', () => {
    for (const odd of ['', '\u0000', '\uD800', '’’’', '-', "''", 'ﷺ', '🏠', '١٢٣', 'a'.repeat(10_000)])
      expect(() => words(odd)).not.toThrow()
    expect(words('x'.repeat(10_000))[0]?.token.length).toBeLessThanOrEqual(61)
    expect(fold('Ἀθῆναι')).toBe('αθηναι')
  })
})
