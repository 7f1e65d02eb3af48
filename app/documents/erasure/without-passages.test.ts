import { expect, test } from 'vitest'
import type { NodeJson } from '../schema/json.ts'
import { withoutPassages } from './without-passages.ts'

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
