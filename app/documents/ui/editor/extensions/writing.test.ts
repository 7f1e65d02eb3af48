// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { afterEach, expect, test } from 'vitest'
import { sectionNode } from '../../../schema/content.ts'
import type { NodeJson } from '../../../schema/json.ts'
import { schema } from '../../../schema/schema.ts'
import { insertTable } from '../insert-table.ts'
import { editorExtensions } from './editor-extensions.ts'

let editor: Editor
const open = (content: object[]) => {
  editor = new Editor({
    extensions: editorExtensions({ lang: 'it', sectionTitle: (key) => `Titolo ${key}`, calloutTitle: (kind) => kind, placeholder: '' }),
    schemaSpec: schema.spec,
    injectCSS: false,
    content: { type: 'doc', content },
  })
  return editor
}
afterEach(() => editor.destroy())

const words = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const sheet = () => [sectionNode('problem', [words('casa')]), sectionNode('how', [words('rete')])]

test('deleting everything leaves the fixed sections in place', () => {
  open(sheet()).commands.selectAll()
  editor.commands.deleteSelection()
  expect(editor.getJSON().content!.map((node) => node.attrs!.key)).toEqual(['problem', 'how'])
})

test('a section can be emptied and written again', () => {
  open(sheet()).commands.setTextSelection({ from: 2, to: 6 })
  editor.commands.insertContent('altro')
  expect(editor.getText()).toContain('altro')
  expect(editor.getText()).not.toContain('casa')
})

test('a section cannot be added by pasting one, nor a block put outside', () => {
  open(sheet()).commands.insertContentAt(0, sectionNode('transfer', [words('x')]))
  editor.commands.insertContentAt(editor.state.doc.content.size, words('fuori'))
  expect(editor.getJSON().content!.map((node) => node.type)).toEqual(['section', 'section'])
})

test('a section shows its title without storing it', () => {
  open(sheet())
  expect(editor.view.dom.querySelector('h2')!.textContent).toBe('Titolo problem')
  expect(editor.getText()).not.toContain('Titolo')
})

test('blocks written here get an identity, the others are left alone', () => {
  open([words('uno'), words('due')]).commands.insertContentAt(4, '!')
  const [first, second] = editor.getJSON().content!
  expect(first!.attrs!.id).toMatch(/^[0-9a-v]{12}$/)
  expect(second!.attrs!.id).toBeNull()
})

test('splitting a block gives the new half its own identity', () => {
  open([words('unodue')])
    .chain()
    .setTextSelection(4)
    .splitBlock()
    .run()
  const ids = editor.getJSON().content!.map((node) => node.attrs!.id)
  expect(new Set(ids).size).toBe(2)
  expect(ids.every(Boolean)).toBe(true)
})

test('words read in their own direction, nothing is stored for it', () => {
  open([words('مرحبا')])
  expect(editor.view.dom.querySelector('p')!.getAttribute('dir')).toBe('auto')
  expect(editor.getJSON().content![0]!.attrs!.dir).toBeNull()
})

test('a table takes the place of an empty line, with headers, the caret in its first cell and a line below', () => {
  open([words('prima'), { type: 'paragraph' }]).commands.setTextSelection(8)
  editor.commands.command(({ state, dispatch }) => insertTable(state, dispatch))
  editor.commands.insertContent('Uno')
  const [, table, below] = (editor.getJSON() as NodeJson).content!
  expect(table!.content![0]!.content!.map((cell) => cell.type)).toEqual(['tableHeader', 'tableHeader', 'tableHeader'])
  expect(table!.content![0]!.content![0]!.content![0]!.content![0]!.text).toBe('Uno')
  expect(below!.type).toBe('paragraph')
})

test('a table in a list stands below the line it was asked from', () => {
  const list = { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] }
  open([list]).commands.setTextSelection(3)
  editor.commands.command(({ state, dispatch }) => insertTable(state, dispatch))
  const item = (editor.getJSON() as NodeJson).content![0]!.content![0]!
  expect(item.content!.map((node) => node.type)).toEqual(['paragraph', 'table', 'paragraph'])
})

test('a table inside a section stays inside it', () => {
  open(sheet()).commands.setTextSelection(4)
  editor.commands.command(({ state, dispatch }) => insertTable(state, dispatch))
  expect(editor.getJSON().content!.map((node) => node.type)).toEqual(['section', 'section'])
  expect(editor.getJSON().content![0]!.content!.map((node) => node.type)).toEqual(['paragraph', 'table', 'paragraph'])
})
