import { Editor } from '@tiptap/core'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { schema } from '#app/documents/schema/schema.ts'
import { caretOf, selectionOf } from '#app/documents/ui/editor/caret.ts'
import { sharedText } from '#app/documents/ui/editor/extensions/shared-text.ts'
import { enterRoom, liveUrl, type Room } from '#app/documents/ui/editor/room/room.ts'
import { showSaving } from './show-saving.ts'
import { simpleExtensions } from './simple-extensions.ts'
import type { TableWords } from './table-words.ts'

/**
 * The participants' simple editor: the table's text, bold, list and undo, nothing else; no React, so that an old phone
 * loads half of what the workspace's editor needs. Nothing is kept on the device. The server's text and the plain form
 * stand until it is here. When the table is closed its words stay to be read, also those that were not saved any more.
 */
function start(host: HTMLElement): void {
  const { name = '', person = '', label = '', lang = 'it', epoch = '1' } = host.dataset
  const words = JSON.parse(host.dataset.words ?? '{}') as TableWords
  const room = enterRoom({ name, person: undefined, epoch: Number(epoch), url: `${liveUrl(name)}&partecipante` })
  const line = host.querySelector<HTMLElement>('[data-save]')
  if (line) showSaving(line, room, words)
  let editor: Editor | undefined
  let drawn = false
  room.subscribe(() => {
    const { synced, end } = room.state()
    if (end) {
      editor?.setEditable(false)
      host.classList.add('is-ended')
      host.dataset.closedTable = ''
    } else if (synced && !drawn) {
      drawn = true // drawing changes the room's state, and comes back here
      editor = draw(host, room, { person, label, lang })
    }
  })
  window.addEventListener('beforeunload', (event) => {
    if (room.state().unsaved > 0) event.preventDefault()
  })
}

type Look = { person: string; label: string; lang: string }

function draw(host: HTMLElement, room: Room, { person, label, lang }: Look): Editor {
  const place = host.querySelector<HTMLElement>('[data-paper]')!
  const editor = new Editor({
    element: place,
    injectCSS: false,
    schemaSpec: schema.spec,
    extensions: [
      ...simpleExtensions(label),
      sharedText.configure({ document: room.doc, onFirstRender: () => host.classList.add('is-live') }),
      CollaborationCaret.configure({
        provider: room.provider,
        user: { id: '', name: person },
        render: caretOf,
        selectionRender: selectionOf,
      }),
    ],
    editorProps: {
      attributes: {
        class: 'reading',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        lang,
        dir: 'auto',
        spellcheck: 'true',
      },
    },
  })
  for (const button of host.querySelectorAll<HTMLButtonElement>('[data-do]')) wire(button, editor)
  return editor
}

const acts: Record<string, { run: (editor: Editor) => void; on?: (editor: Editor) => boolean }> = {
  bold: { run: (editor) => editor.chain().focus().toggleBold().run(), on: (editor) => editor.isActive('bold') },
  list: { run: (editor) => editor.chain().focus().toggleBulletList().run(), on: (editor) => editor.isActive('bulletList') },
  undo: { run: (editor) => editor.chain().focus().undo().run() },
}

function wire(button: HTMLButtonElement, editor: Editor): void {
  const act = acts[button.dataset.do ?? '']
  if (!act) return
  button.addEventListener('click', () => act.run(editor))
  const { on } = act
  if (on) editor.on('transaction', () => button.setAttribute('aria-pressed', String(on(editor))))
}

for (const host of document.querySelectorAll<HTMLElement>('[data-live-table]')) start(host)
