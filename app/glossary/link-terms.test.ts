import { describe, expect, it } from 'vitest'
import { initialOf, spellings } from './glossary-term.ts'
import { linkTerms, type TextNode } from './link-terms.ts'

const text = (words: string, marks?: TextNode['marks']): TextNode => ({ type: 'text', text: words, ...(marks && { marks }) })
const paragraph = (...content: TextNode[]): TextNode => ({ type: 'paragraph', content })
const doc = (...content: TextNode[]): TextNode => ({ type: 'doc', content })

/** The text with links written as [words](slug). */
function shown(node: TextNode): string {
  const link = node.marks?.find((mark) => mark.type === 'link')
  if (node.type === 'text') return link ? `[${node.text}](${String(link.attrs?.href)})` : (node.text ?? '')
  return (node.content ?? []).map(shown).join(node.type === 'doc' ? '\n' : '')
}

const slugged = (...names: string[]) => names.map((name) => ({ name, slug: name.toLowerCase().replace(/\W+/g, '-').replace(/-$/, '') }))
const linked = (document: TextNode, names: string[], lang: 'it' | 'en' = 'it') =>
  shown(linkTerms(document, slugged(...names), { lang, href: (slug) => slug }))

describe('linkTerms', () => {
  it('links only the first occurrence of a term', () => {
    expect(linked(doc(paragraph(text('Lo sfratto e poi lo sfratto.')), paragraph(text('Sfratto.'))), ['sfratto'])).toBe(
      'Lo [sfratto](sfratto) e poi lo sfratto.\nSfratto.',
    )
  })

  it('prefers the longest term where two overlap, and still links the shorter one later', () => {
    const names = ['patto di collaborazione', 'patto di collaborazione ordinario']
    expect(linked(doc(paragraph(text('Un patto di collaborazione ordinario è un patto di collaborazione.'))), names)).toBe(
      'Un [patto di collaborazione ordinario](patto-di-collaborazione-ordinario) è un [patto di collaborazione](patto-di-collaborazione).',
    )
  })

  it.each([
    ['gli sfratti eseguiti', 'sfratto', '[sfratti]'],
    ['le agenzie sociali per la casa', 'agenzia sociale per la casa', '[agenzie sociali per la casa]'],
    ['le buone pratiche raccolte', 'buona pratica', '[buone pratiche]'],
    ['i beni comuni', 'bene comune', '[beni comuni]'],
    ['i fondi di garanzia', 'fondo di garanzia', '[fondi di garanzia]'],
    ['i tavoli di lavoro', 'tavolo di lavoro', '[tavoli di lavoro]'],
    ['gli educatori', 'educatore / educatrice', '[educatori]'],
    ['l’autonomia abitativa', 'autonomia abitativa', '[autonomia abitativa]'],
    ["l'edilizia residenziale pubblica", 'edilizia residenziale pubblica (ERP)', '[edilizia residenziale pubblica]'],
    ['i tutor dell’abitare', "tutor dell'abitare", '[tutor dell’abitare]'],
  ])('finds in "%s" the term %s, whatever its number or apostrophe', (sentence, name, expected) => {
    expect(linked(doc(paragraph(text(sentence))), [name])).toContain(expected)
  })

  it('finds English plurals', () => {
    expect(linked(doc(paragraph(text('Two evictions and three working parties.'))), ['eviction', 'working party'], 'en')).toBe(
      'Two [evictions](eviction) and three [working parties](working-party).',
    )
  })

  it('takes acronyms as they are written: SAI, not the verb', () => {
    expect(linked(doc(paragraph(text('Lo sai, il SAI è per chi ne ha titolo.'))), ['SAI (Sistema Accoglienza Integrazione)'])).toBe(
      'Lo sai, il [SAI](sai-sistema-accoglienza-integrazione) è per chi ne ha titolo.',
    )
  })

  it('does not link inside words, headings, links, code, or everyday words', () => {
    const document = doc(
      { type: 'heading', content: [text('Lo sfratto')] },
      paragraph(text('Sfrattopoli '), text('sfratto', [{ type: 'link', attrs: { href: '#x' } }]), text(' sfratto', [{ type: 'code' }])),
      paragraph(text('Il Comune')),
    )
    expect(linked(document, ['sfratto', 'comune'])).toBe('Lo sfratto\nSfrattopoli [sfratto](#x) sfratto\nIl Comune')
  })

  it('keeps the other marks of a linked word and leaves the given document alone', () => {
    const document = doc(paragraph(text('sfratto', [{ type: 'bold' }])))
    const before = JSON.stringify(document)
    const result = linkTerms(document, slugged('sfratto'), { lang: 'it', href: (slug) => slug })
    expect(result.content?.[0]?.content?.[0]?.marks).toEqual([{ type: 'link', attrs: { href: 'sfratto' } }, { type: 'bold' }])
    expect(JSON.stringify(document)).toBe(before)
  })
})

describe('glossary terms', () => {
  it('are written in several ways', () => {
    expect(spellings('caparra / deposito cauzionale')).toEqual(['caparra', 'deposito cauzionale'])
    expect(spellings('ente del terzo settore (ETS)')).toEqual(['ente del terzo settore', 'ETS'])
    expect(spellings('social housing (affordable segment)')).toEqual(['social housing'])
  })

  it('stand under a letter without its accent', () => {
    expect(['équipe', 'SAI', '8 per mille'].map(initialOf)).toEqual(['E', 'S', '#'])
  })
})
