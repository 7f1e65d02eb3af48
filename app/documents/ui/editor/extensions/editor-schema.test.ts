// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { afterEach, describe, expect, test } from 'vitest'
import { marks, nodes } from '../../../schema/definitions.ts'
import { schema } from '../../../schema/schema.ts'
import { editorExtensions } from './editor-extensions.ts'

let editor: Editor | undefined
function open(content: object | string = { type: 'doc', content: [{ type: 'paragraph' }] }): Editor {
  editor = new Editor({
    extensions: editorExtensions({ lang: 'it', sectionTitle: (key) => `Titolo ${key}`, calloutTitle: (kind) => kind, placeholder: '' }),
    schemaSpec: schema.spec,
    injectCSS: false,
    content,
  })
  return editor
}
afterEach(() => editor?.destroy())

const structure = ({ toDOM: _toDom, parseDOM: _parseDom, ...spec }: Record<string, unknown>) =>
  Object.fromEntries(
    [
      'content',
      'group',
      'inline',
      'atom',
      'defining',
      'isolating',
      'selectable',
      'draggable',
      'tableRole',
      'marks',
      'inclusive',
      'excludes',
      'code',
      'linebreakReplacement',
      'attrs',
    ].flatMap((name) => (spec[name] === undefined ? [] : [[name, spec[name]]])),
  )

describe('the editor has exactly the shared schema', () => {
  test('the same nodes and marks, in the same order', () => {
    const { schema: own } = open()
    expect(Object.keys(own.nodes)).toEqual(Object.keys(nodes))
    expect(Object.keys(own.marks)).toEqual(Object.keys(marks))
  })

  test.each(Object.keys(nodes))('node %s has the same content, behaviour and attributes', (name) => {
    const own = open().schema.nodes[name]!
    const shared = schema.nodes[name as keyof typeof nodes]
    expect(structure(own.spec)).toEqual(structure(shared.spec))
    expect(Object.keys(own.spec.attrs ?? {})).toEqual(Object.keys(shared.spec.attrs ?? {}))
  })

  test.each(Object.keys(marks))('mark %s has the same rules and attributes', (name) => {
    expect(structure(open().schema.marks[name]!.spec)).toEqual(structure(schema.marks[name as keyof typeof marks].spec))
  })

  test('every node and mark can be shown and none needs an attribute', () => {
    const own = open().schema
    for (const type of Object.values(own.nodes))
      if (type.name !== 'doc' && type.name !== 'text') expect(type.spec.toDOM, type.name).toBeTypeOf('function')
    for (const type of Object.values(own.marks)) expect(type.spec.toDOM, type.name).toBeTypeOf('function')
  })
})

describe('pasted text', () => {
  const paste = (html: string) => {
    const opened = open()
    opened.commands.setContent(html)
    return opened.getJSON()
  }

  test('brings links of the allow-list only', () => {
    const json = JSON.stringify(paste('<p><a href="https://example.org/a">sì</a> <a href="javascript:alert(1)">no</a></p>'))
    expect(json).toContain('https://example.org/a')
    expect(json).not.toContain('javascript')
    expect(json).toContain('no')
  })

  test('brings pictures of our own files only', () => {
    expect(JSON.stringify(paste('<p>a</p><img src="https://elsewhere.example/x.png">'))).not.toContain('elsewhere')
    expect(JSON.stringify(paste('<img src="/file/019346c0-0000-7000-8000-000000000000/a.png" alt="Una casa">'))).toContain('Una casa')
  })

  test('keeps heading levels between 2 and 4', () => {
    expect(paste('<h1>a</h1><h3>b</h3><h6>c</h6>').content!.map((node) => node.attrs!.level)).toEqual([2, 3, 4])
  })

  test('never brings a fixed section, an identity or a proposal', () => {
    const json = JSON.stringify(paste('<section data-section="problem"><p id="zzz" suggestion="x">dentro</p></section>'))
    expect(json).toContain('dentro')
    expect(json).not.toMatch(/zzz|"section"|problem/)
  })
})
