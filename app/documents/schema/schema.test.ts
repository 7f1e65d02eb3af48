import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { emptyContent, withSections } from './content.ts'
import { documentKinds } from './content.ts'
import type { DocJson, NodeJson } from './json.ts'
import { childrenOf, schema } from './schema.ts'
import { safeHref } from './urls.ts'
import { fragmentProblem, jsonProblem } from './validate.ts'

const doc = (...content: NodeJson[]): DocJson => ({ type: 'doc', content })
const p = (text: string, ...marks: NodeJson['marks'] & object): NodeJson => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks }],
})

test('an empty text of every kind fits the schema and is never an empty fragment', () => {
  for (const kind of documentKinds) {
    const content = emptyContent(kind)
    expect(content.content.length).toBeGreaterThan(0)
    expect(() => schema.nodeFromJSON(content).check()).not.toThrow()
    expect(jsonProblem(content)).toBeUndefined()
  }
})

test('a paragraph is what an empty place is filled with', () => {
  expect(schema.topNodeType.createAndFill()?.firstChild?.type.name).toBe('paragraph')
})

test('a table row takes cells only, and a paragraph takes no blocks', () => {
  expect([...childrenOf.get('tableRow')!]).toEqual(['tableCell', 'tableHeader'])
  expect(childrenOf.get('paragraph')!.has('paragraph')).toBe(false)
})

test.each([
  ['https://example.org/a?b#c', true],
  ['mailto:a@example.org', true],
  ['tel:+39055', true],
  ['/it/manuale', true],
  ['#fonte-s1', true],
  ['javascript:alert(1)', false],
  ['java\nscript:alert(1)', false],
  [' https://example.org', false],
  ['//evil.example', false],
  ['/\\evil.example', false],
  ['data:text/html,x', false],
  ['vbscript:x', false],
  ['esempio', false],
  ['', false],
])('the link %j is allowed: %s', (href, allowed) => {
  expect(safeHref(href) === href).toBe(allowed)
})

test.each<[string, DocJson, string]>([
  ['a javascript link', doc(p('x', { type: 'link', attrs: { href: 'javascript:alert(1)' } })), 'link.href'],
  ['an unknown mark', doc(p('x', { type: 'blink' })), 'blink'],
  ['a heading of level 99', doc({ type: 'heading', attrs: { level: 99 } }), 'heading.level'],
  ['an unknown node', doc({ type: 'iframe' }), 'iframe'],
  ['a name inherited from Object', doc({ type: 'constructor' }), 'constructor'],
  ['an unknown attribute', doc({ type: 'paragraph', attrs: { onclick: 'x' } }), 'paragraph.onclick'],
  ['a remote image', doc({ type: 'image', attrs: { src: 'https://example.org/a.png' } }), 'image.src'],
  ['a paragraph in a paragraph', doc({ type: 'paragraph', content: [p('x')] }), 'paragraph in paragraph'],
])('%s is refused', (_title, content, where) => {
  expect(jsonProblem(content)?.where).toBe(where)
})

test('nesting deeper than 32 is refused, in JSON and in shared types', () => {
  let node: NodeJson = p('x')
  for (let depth = 0; depth < 40; depth++) node = { type: 'blockquote', content: [node] }
  expect(jsonProblem(doc(node))?.reason).toBe('too-deep')
  const fragment = new Y.Doc().getXmlFragment('default')
  let parent: Y.XmlFragment = fragment
  for (let depth = 0; depth < 40; depth++) {
    const element = new Y.XmlElement('blockquote')
    parent.insert(0, [element])
    parent = element
  }
  expect(fragmentProblem(fragment)?.reason).toBe('too-deep')
})

test('shared types are judged like JSON', () => {
  const fragment = new Y.Doc().getXmlFragment('default')
  const element = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  fragment.insert(0, [element])
  element.insert(0, [text])
  text.insert(0, 'hello', { link: { href: 'https://example.org' } })
  expect(fragmentProblem(fragment)).toBeUndefined()
  text.format(0, 2, { link: { href: 'javascript:x' } })
  expect(fragmentProblem(fragment)).toEqual({ reason: 'bad-attribute', where: 'link.href' })
})

test('a practice gets all its sections, and loose blocks are kept', () => {
  const made = withSections('practice', doc(p('loose'), { type: 'section', attrs: { key: 'how' }, content: [p('b')] }))
  expect(made.content.map((node) => node.attrs?.key)).toEqual([
    'problem',
    'how',
    'resources',
    'results',
    'evaluation',
    'strengths',
    'difficulties',
    'continuity',
    'transfer',
  ])
  expect(JSON.stringify(made.content[0])).toContain('loose')
})
