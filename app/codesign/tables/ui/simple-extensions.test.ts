// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { afterEach, expect, it } from 'vitest'
import { marks, nodes } from '#app/documents/schema/definitions.ts'
import { schema } from '#app/documents/schema/schema.ts'
import { simpleExtensions } from './simple-extensions.ts'

let editor: Editor | undefined
const open = (content: object | string) =>
  (editor = new Editor({ extensions: simpleExtensions('Scrivi'), schemaSpec: schema.spec, injectCSS: false, content }))
afterEach(() => editor?.destroy())

const words = (text: string, ...kinds: { type: string; attrs?: object }[]) => ({ type: 'text', text, marks: kinds })
const says = (text: string) => ({ type: 'paragraph', content: [words(text)] })

/** The text as the schema writes it, every default filled in. */
const stored = (json: object) => schema.nodeFromJSON(json).toJSON() as { type: 'doc'; content: object[] }

it('has every node and mark of the shared schema, can show each, and drops nothing a facilitator put there', () => {
  const cells = ['tableHeader', 'tableCell'].map((type) => ({ type, attrs: { colspan: 2 }, content: [says(type)] }))
  const content = [
    { type: 'heading', attrs: { level: 3 }, content: [words('Titolo')] },
    { type: 'orderedList', attrs: { start: 4 }, content: [{ type: 'listItem', content: [says('quattro')] }] },
    { type: 'blockquote', content: [says('detto')] },
    { type: 'callout', attrs: { kind: 'warning' }, content: [says('attenti')] },
    { type: 'horizontalRule' },
    { type: 'image', attrs: { src: '/file/019346c0-0000-7000-8000-000000000000/a.png', alt: 'Una casa' } },
    { type: 'table', content: [{ type: 'tableRow', content: cells }] },
    {
      type: 'paragraph',
      attrs: { id: 'abc', lang: 'fr' },
      content: [
        words('qui', { type: 'link', attrs: { href: 'https://example.org/' } }),
        words('e', { type: 'italic' }, { type: 'contribution', attrs: { id: '019346c0-0000-7000-8000-000000000000' } }),
        { type: 'citation', attrs: { id: 'practice:019346c0-0000-7000-8000-000000000000', label: 'Casa' } },
        { type: 'sourceRef', attrs: { key: 's1' } },
      ],
    },
  ]
  const doc = stored({ type: 'doc', content })
  const opened = open(doc)
  expect(Object.keys(opened.schema.nodes)).toEqual(Object.keys(nodes))
  expect(Object.keys(opened.schema.marks)).toEqual(Object.keys(marks))
  for (const type of [...Object.values(opened.schema.nodes), ...Object.values(opened.schema.marks)])
    if (type.name !== 'doc' && type.name !== 'text') expect(type.spec.toDOM, type.name).toBeTypeOf('function')
  opened.commands.insertContentAt(1, 'Un ')
  expect(opened.getText()).toContain('Un Titolo')
  const [, ...others] = stored(opened.getJSON()).content
  expect(others).toEqual(doc.content.slice(1))
  expect(opened.view.dom.querySelector('a')?.getAttribute('href')).toBe('https://example.org/')
  expect(opened.view.dom.innerHTML).not.toContain('019346c0-0000-7000-8000-000000000000"')
})

it('takes paragraphs, lists and bold from pasted text, and nothing else', () => {
  const pasted = open(
    '<h2>Titolo</h2><ul><li>uno</li></ul><p><b>forte</b> <a href="javascript:alert(1)">no</a><img src="https://x.example/a.png"></p>',
  )
  const json = JSON.stringify(pasted.getJSON())
  for (const good of ['Titolo', 'bulletList', '"bold"', 'no']) expect(json).toContain(good)
  for (const bad of ['heading', 'javascript', 'image', 'link']) expect(json).not.toContain(bad)
})
