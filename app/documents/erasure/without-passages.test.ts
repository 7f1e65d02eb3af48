import { expect, test } from 'vitest'
import type { NodeJson } from '../schema/json.ts'
import { findPhrases } from './passages.ts'
import { withoutPassages as without } from './without-passages.ts'

const withoutPassages = (node: NodeJson, passages: string[]) => without(node, findPhrases(passages))

const paragraph = (...content: NodeJson[]): NodeJson => ({ type: 'paragraph', attrs: { id: 'marioab' }, content })
const text = (words: string, ...marks: string[]): NodeJson => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})

test('a passage goes wherever it stands, across bold and plain words and line ends', () => {
  const node = paragraph(text('Abita da Mario '), text('Rossi', 'bold'), text(' in via Roma.'))
  expect(withoutPassages(node, ['mario rossi'])).toEqual(paragraph(text('Abita da '), text(' in via Roma.')))
  expect(withoutPassages(paragraph(text('Mario'), { type: 'hardBreak' }, text('Rossi')), ['Mario Rossi']).content).toEqual([
    { type: 'hardBreak' },
  ])
})

test('words of pictures and citations are cleaned, a link to an erased address is undone, keys stay', () => {
  const image = { type: 'image', attrs: { id: 'marioab', alt: 'Foto di Mario' } }
  expect(withoutPassages(image, ['Mario']).attrs).toEqual({ id: 'marioab', alt: 'Foto di ' })
  const link = paragraph({
    type: 'text',
    text: 'qui',
    marks: [{ type: 'link', attrs: { href: 'https://example.org/mario' } }, { type: 'bold' }],
  })
  expect(withoutPassages(link, ['Mario'])).toEqual(paragraph(text('qui', 'bold')))
})

test('signs that mean something in an expression are taken as they are, and nothing else changes', () => {
  const node = paragraph(text('Costa (circa) 3.50 € al mese'))
  expect(withoutPassages(node, ['(circa) 3.50'])).toEqual(paragraph(text('Costa  € al mese')))
  expect(withoutPassages(node, ['3x50'])).toEqual(node)
})

test('case, kinds of spaces and apostrophes and invisible signs do not matter, and nothing around is lost', () => {
  const node = paragraph(text('Sta DALL’\u00adAltra  \u00a0parte, a Lucca.'))
  expect(withoutPassages(node, ["dall'altra parte"])).toEqual(paragraph(text('Sta , a Lucca.')))
  expect(withoutPassages(paragraph(text('İstanbul e Mario, Mario')), ['mario'])).toEqual(paragraph(text('İstanbul e , ')))
})
