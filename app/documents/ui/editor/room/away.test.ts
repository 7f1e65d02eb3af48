import { simpleDiffString } from 'lib0/diff'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { NodeJson } from '../../../schema/json.ts'
import { changesBetween } from './away.ts'
import { wordsOfUpdates } from './words-of-updates.ts'

const block = (id: string | undefined, text: string): NodeJson => ({
  type: 'paragraph',
  ...(id && { attrs: { id } }),
  content: [{ type: 'text', text }],
})
const doc = (...content: NodeJson[]): NodeJson => ({ type: 'doc', content })

test('what others did is told block by block: added, changed, removed; a block that only moved is not', () => {
  const before = doc(block('a', 'Uno'), block('b', 'Due'), block('c', 'Tre'))
  const list = { type: 'bulletList', content: [{ type: 'listItem', content: [block('d', 'Quattro')] }] }
  expect(changesBetween(before, doc(block('c', 'Tre'), block('a', 'Uno e mezzo'), list))).toEqual([
    { op: 'changed', id: 'a', text: 'Uno e mezzo' },
    { op: 'added', id: 'd', text: 'Quattro' },
    { op: 'removed', id: undefined, text: 'Due' },
  ])
  expect(changesBetween(before, before)).toEqual([])
})

test('a long block is told from where it differs', () => {
  const start = 'Una frase lunga che tutti e due i testi hanno in comune, fino a qui. '
  const [change] = changesBetween(doc(block('a', `${start}Fine.`)), doc(block('a', `${start}Un finale nuovo.`)))
  expect(change?.text).toBe('… hanno in comune, fino a qui. Un finale nuovo.')
})

test('blocks without an identity are told by their words', () => {
  expect(changesBetween(doc(block(undefined, 'Uno')), doc(block(undefined, 'Uno'), block(undefined, 'Due')))).toEqual([
    { op: 'added', id: undefined, text: 'Due' },
  ])
})

test('the words of unsaved changes stand alone, without the text they were written into', () => {
  const doc1 = new Y.Doc()
  const text = doc1.getText('t')
  text.insert(0, 'Testo di altri. ')
  const updates: Uint8Array[] = []
  doc1.on('update', (update: Uint8Array) => updates.push(update))
  for (const letter of 'Mie parole') text.insert(text.length, letter)
  text.insert(0, 'Prima')
  expect(wordsOfUpdates(updates)).toBe('Mie parole\nPrima')
  expect(wordsOfUpdates([])).toBe('')
})

test.each(['senza collegamento', 'parole', 'll', 'la lana lilla'])('words typed before a letter they hold stay together: %s', (typed) => {
  const doc1 = new Y.Doc()
  const text = doc1.getText('t')
  text.insert(0, 'sul lato')
  const updates: Uint8Array[] = []
  doc1.on('update', (update: Uint8Array) => updates.push(update))
  // As the editor's binding writes: the smallest difference of two strings, from the left.
  let at = 4
  for (const letter of typed) {
    const before = text.toJSON()
    const { index, remove, insert } = simpleDiffString(before, before.slice(0, at) + letter + before.slice(at))
    text.delete(index, remove)
    text.insert(index, insert)
    at++
  }
  expect(text.toJSON()).toBe(`sul ${typed}lato`)
  expect(wordsOfUpdates(updates)).toBe(typed)
})
