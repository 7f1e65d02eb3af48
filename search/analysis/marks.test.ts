import { describe, expect, it } from 'vitest'
import { buildConcepts } from './concepts.ts'
import { mark, snippet, wantedOf } from './marks.ts'

const concepts = buildConcepts([{ typed: 'affitto', finds: 'locazione', how: 'both' }])
const shown = (parts: { text: string; mark: boolean }[]) => parts.map((part) => (part.mark ? `[${part.text}]` : part.text)).join('')

describe('Marks', () => {
  it('cover the word as printed, whatever its form', () => {
    expect(shown(mark('Città e città; l’accoglienza', wantedOf(['citt'], concepts)))).toBe('[Città] e [città]; l’accoglienza')
  })

  it('fall on a synonym when the word itself is not there', () => {
    expect(shown(mark('Contratti di locazione', wantedOf(['affitt'], concepts)))).toBe('Contratti di [locazione]')
    expect(shown(mark('Affitto o locazione', wantedOf(['affitt'], concepts)))).toBe('[Affitto] o locazione')
  })

  it('leave the text itself unchanged, markup included', () => {
    const text = '<b>affitto</b> & "canone"'
    expect(
      mark(text, wantedOf(['affitt'], concepts))
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  })
})

describe('A snippet', () => {
  it('is the summary when that says why, else the passage that holds most of the words', () => {
    const body = `${'Parole che non dicono nulla. '.repeat(30)}Il canone di affitto resta basso. ${'Altro testo qui. '.repeat(30)}`
    const wanted = wantedOf(['affitt', 'canon'], concepts)
    expect(shown(snippet({ title: '', summary: 'Aiuto per l’affitto', body }, wanted))).toBe('Aiuto per l’[affitto]')
    const passage = shown(snippet({ title: '', summary: 'Riassunto', body }, wanted))
    expect(passage).toContain('[canone] di [affitto]')
    expect(passage.length).toBeLessThan(300)
  })

  it('is the summary when nothing matched in the texts', () => {
    expect(shown(snippet({ title: '', summary: 'Riassunto', body: 'Testo' }, wantedOf(['altr'], concepts)))).toBe('Riassunto')
  })
})
