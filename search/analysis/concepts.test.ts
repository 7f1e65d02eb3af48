import { describe, expect, it } from 'vitest'
import { buildConcepts } from './concepts.ts'
import { glossaryRules } from './glossary-rules.ts'
import { words } from './words.ts'

const tokens = (text: string) => words(text).map((word) => word.token)

describe('Concepts', () => {
  const concepts = buildConcepts([
    { typed: 'ERP', finds: 'edilizia residenziale pubblica', how: 'both' },
    { typed: 'edilizia residenziale pubblica', finds: 'public housing', how: 'both' },
    { typed: 'case popolari', finds: 'edilizia residenziale pubblica', how: 'oneway' },
    { typed: 'casa', finds: 'alloggio', how: 'weak' },
  ])

  it('make two names of one thing find each other, also through a third', () => {
    expect(concepts.expand(tokens('alloggi ERP')).strong).toContain('public housing')
    expect(concepts.expand(tokens('public housing')).strong).toContain('ERP')
  })

  it('let a typed word find ours, and never the reverse', () => {
    expect(concepts.expand(tokens('un quartiere di edilizia residenziale pubblica')).strong).toContain('case popolari')
    expect(concepts.expand(tokens('le case popolari')).strong).not.toContain('ERP')
  })

  it('keep weak synonyms apart', () => {
    const { strong, weak } = concepts.expand(tokens('un alloggio'))
    expect(strong).toEqual(['alloggio'])
    expect(weak).toEqual(['casa'])
  })

  it('want all words of a name side by side', () => {
    expect(concepts.expand(tokens('edilizia pubblica')).strong).toEqual([])
  })

  it('know which printed word answers a typed one', () => {
    expect(concepts.finding('erp')).toContain('ediliz')
  })
})

describe('Glossary rules', () => {
  it('read acronyms, alternatives and remarks', () => {
    const rules = glossaryRules([
      { name_it: 'Società della Salute (SdS)', name_en: 'health society', also: [] },
      { name_it: 'proprietario / locatore', name_en: 'landlord', also: [] },
      { name_it: 'housing sociale', name_en: 'social housing (affordable segment)', also: [] },
      { name_it: 'cohousing', name_en: 'cohousing', also: ['case insieme', 'cohousing'] },
    ])
    expect(rules.map(({ typed, finds }) => `${typed} = ${finds}`)).toEqual([
      'SdS = Società della Salute',
      'health society = Società della Salute',
      'locatore = proprietario',
      'landlord = proprietario',
      'social housing = housing sociale',
      'case insieme = cohousing',
    ])
    // Who types it finds the term; who asks for the term does not look for it.
    expect(rules.at(-1)?.how).toBe('oneway')
  })
})
