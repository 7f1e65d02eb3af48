// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { schema } from '../../../schema/schema.ts'
import { editorExtensions } from './editor-extensions.ts'
import { sharedText } from './shared-text.ts'

const words = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const picture = { type: 'image', attrs: { src: '/file/019346c0-0000-7000-8000-000000000000/x.png', alt: 'x' } }

/** Opens an editor on a shared text, while what it held before it was drawn is another. */
function drawn(shared: object[], before: object[]) {
  const doc = new Y.Doc()
  if (shared.length > 0) prosemirrorJSONToYXmlFragment(schema, { type: 'doc', content: shared }, doc.getXmlFragment('default'))
  const updates = vi.fn()
  doc.on('update', updates)
  const editor = new Editor({
    extensions: [
      ...editorExtensions({ lang: 'it', sectionTitle: (key) => key, calloutTitle: (kind) => kind, placeholder: '' }),
      sharedText.configure({ document: doc }),
    ],
    schemaSpec: schema.spec,
    injectCSS: false,
    content: { type: 'doc', content: before },
  })
  return { editor, updates }
}

test.each([
  [
    'shorter, its first line empty',
    [{ type: 'paragraph' }, words('due')],
    [{ type: 'bulletList', content: [{ type: 'listItem', content: [words('x')] }] }],
    'due',
  ],
  ['empty', [], [words('uno'), words('due')], ''],
  ['a picture first', [picture, words('uno')], [words('uno')], 'uno'],
  ['one that came from this device', [words('uno')], [{ type: 'paragraph' }], 'uno'],
])('a text is drawn with the caret at its beginning, in silence: %s', (_what, shared, before, text) => {
  const noise = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const { editor, updates } = drawn(shared, before)
  expect(noise).not.toHaveBeenCalled()
  expect(editor.state.selection.from).toBeLessThan(3)
  expect(editor.state.doc.textContent).toBe(text)
  expect(updates, 'drawing writes nothing').not.toHaveBeenCalled()
  editor.destroy()
  noise.mockRestore()
})
