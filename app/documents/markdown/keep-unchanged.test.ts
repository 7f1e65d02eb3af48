import { expect, test } from 'vitest'
import type { NodeJson } from '../schema/json.ts'
import { blocksFromMarkdown } from './from-markdown.ts'
import { keepUnchanged } from './keep-unchanged.ts'
import { markdownFromBlocks } from './to-markdown.ts'

const identified = (markdown: string): NodeJson[] =>
  blocksFromMarkdown(markdown).map((node, index) => ({ ...node, attrs: { ...node.attrs, id: `b${index}` } }))

test('only the rewritten block loses its identity', () => {
  const before = identified('## Casa\n\nUno.\n\nDue.')
  const after = keepUnchanged(before, blocksFromMarkdown('## Casa\n\nUno e mezzo.\n\nDue.\n\nTre.'))
  expect(after.map((node) => node.attrs?.id)).toEqual(['b0', undefined, 'b2', undefined])
  expect(markdownFromBlocks(after)).toBe('## Casa\n\nUno e mezzo.\n\nDue.\n\nTre.')
})

test('a block that is repeated does not lend its identity twice', () => {
  const after = keepUnchanged(identified('Uno.'), blocksFromMarkdown('Uno.\n\nUno.'))
  expect(after.map((node) => node.attrs?.id)).toEqual(['b0', undefined])
})
