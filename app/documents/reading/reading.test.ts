import { expect, test } from 'vitest'
import { blocksFromMarkdown } from '../markdown/from-markdown.ts'
import type { NodeJson } from '../schema/json.ts'
import { diffTexts } from './diff-texts.ts'
import { outlineOf } from './outline-of.ts'
import { citedIds, textOf, withoutSuggestions } from './text-of.ts'

const doc = (markdown: string): NodeJson => ({ type: 'doc', content: blocksFromMarkdown(markdown) })

test('plain text has one line per block and leaves source numbers out', () => {
  expect(textOf(doc('## Casa\n\nUna **casa** [s1].\n\n- uno\n- due\n\n| a | b |\n|---|---|\n| 1 | 2 |'))).toBe(
    'Casa\nUna casa .\nuno\ndue\na\nb\n1\n2',
  )
})

test('equal headings get anchors of their own', () => {
  expect(outlineOf(doc('## Perché l’abitare\n\n### Note\n\n## Note'))).toEqual([
    { id: 'perche-l-abitare', level: 2, text: 'Perché l’abitare' },
    { id: 'note', level: 3, text: 'Note' },
    { id: 'note-2', level: 2, text: 'Note' },
  ])
})

test('Arabic headings keep their letters in the anchor', () => {
  expect(outlineOf(doc('## السكن الاجتماعي'))[0]!.id).toBe('السكن-الاجتماعي')
})

test('cited records are listed once', () => {
  const id = 'practice:0190d3a5-7c1e-7000-8000-000000000001'
  expect(citedIds(doc(`[a](${id}) e [b](${id})`))).toEqual([id])
})

test('open suggestions are not part of what readers see', () => {
  const text = (value: string, mark?: string): NodeJson => ({ type: 'text', text: value, ...(mark && { marks: [{ type: mark }] }) })
  const content: NodeJson = {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [text('a'), text('b', 'insertion'), text('c', 'deletion')] },
      { type: 'paragraph', attrs: { suggestion: { id: '1', author: 'x', op: 'insert' } }, content: [text('new')] },
      { type: 'paragraph', attrs: { id: 'k', suggestion: { id: '1', author: 'x', op: 'delete' } }, content: [text('old')] },
    ],
  }
  expect(withoutSuggestions(content).content).toEqual([
    { type: 'paragraph', content: [text('a'), text('c')] },
    { type: 'paragraph', attrs: { id: 'k' }, content: [text('old')] },
  ])
})

test('a difference keeps headings and their level, and tells a changed level', () => {
  const level = (before: string, after: string) => diffTexts(doc(before), doc(after)).map((block) => [block.op, block.level])
  expect(level('### Casa\n\nUno.', '### Casa\n\nUno.')).toEqual([
    ['same', 3],
    ['same', undefined],
  ])
  expect(level('## Casa', '### Casa')).toEqual([['changed', 3]])
})

test('a difference shows words inside a rewritten block and whole blocks elsewhere', () => {
  const blocks = diffTexts(
    doc('Uno.\n\nLa casa è piccola e chiara.\n\nTre.'),
    doc('Uno.\n\nLa casa è grande e chiara.\n\nTre.\n\nQuattro.'),
  )
  expect(blocks.map((block) => block.op)).toEqual(['same', 'changed', 'same', 'added'])
  expect(blocks[1]!.parts.filter((part) => part.op !== 'same').map((part) => [part.op, part.text])).toEqual([
    ['removed', 'piccola'],
    ['added', 'grande'],
  ])
})
