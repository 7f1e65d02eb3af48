import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { type Editor, EditorContent, type JSONContent, useEditor } from '@tiptap/react'
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import { useEffect } from 'react'
import { dirOf } from '#app/shared/languages.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { schema } from '../../schema/schema.ts'
import type { Dialog } from './actions.ts'
import { caretOf, selectionOf } from './caret.ts'
import { editorExtensions } from './extensions/editor-extensions.ts'
import { leaveText } from './extensions/leave-text.ts'
import { sharedText } from './extensions/shared-text.ts'
import { pictureIn } from './picture-in.ts'
import type { Room } from './room/room.ts'
import { slashMenu } from './slash-menu.ts'

export type LiveTextProps = {
  room: Room
  person: { id: string; name: string }
  title: string
  textLang: string
  sectionTitle: (key: string) => string
  openDialog: (dialog: Dialog, file?: File) => void
  toToolbar: () => void
  /** The text is drawn: the static one may give way. */
  onDrawn: () => void
  onEditor: (editor: Editor | null) => void
}

const clear = { top: 220, bottom: 130, left: 0, right: 0 }

/** The text being written, bound to its room. Mount it once the room has the server's text, one per room. */
export function LiveText({ room, person, title, textLang, sectionTitle, openDialog, toToolbar, onDrawn, onEditor }: LiveTextProps) {
  const { t, lang } = useI18n()
  const editor = useEditor(
    {
      immediatelyRender: false,
      shouldRerenderOnTransaction: false,
      injectCSS: false,
      schemaSpec: schema.spec,
      // The same text the binding draws next: the first selection then fits it.
      content: yXmlFragmentToProsemirrorJSON(room.doc.getXmlFragment('default')) as JSONContent,
      extensions: [
        ...editorExtensions({
          lang,
          sectionTitle,
          calloutTitle: (kind) => t(`documents.callout.${kind}`),
          placeholder: t('documents.editor.placeholder'),
        }),
        slashMenu(
          {
            title: t('documents.editor.slash.title'),
            none: t('documents.editor.slash.none'),
            labelOf: (action) => t(`documents.editor.action.${action.name}`),
          },
          openDialog,
        ),
        leaveText(toToolbar, () => openDialog('link')),
        sharedText.configure({ document: room.doc, onFirstRender: onDrawn }),
        CollaborationCaret.configure({ provider: room.provider, user: person, render: caretOf, selectionRender: selectionOf }),
      ],
      editorProps: {
        // The caret is kept clear of what sticks to the top and, on phones, to the bottom.
        scrollThreshold: clear,
        scrollMargin: clear,
        attributes: {
          id: 'live-text',
          class: 'reading',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': title,
          'aria-describedby': 'live-text-help',
          lang: textLang,
          dir: dirOf(textLang),
          spellcheck: 'true',
        },
        handlePaste: (_view, event) => pictureIn(event.clipboardData, (file) => openDialog('image', file)),
        handleDrop: (_view, event) => pictureIn(event.dataTransfer, (file) => openDialog('image', file)),
      },
    },
    [room],
  )
  useEffect(() => {
    onEditor(editor)
    return () => onEditor(null)
  }, [editor, onEditor])
  return <EditorContent editor={editor} />
}
