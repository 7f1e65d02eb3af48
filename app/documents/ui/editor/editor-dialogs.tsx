import type { Editor } from '@tiptap/react'
import type { Dialog } from './actions.ts'
import { CitationDialog } from './citation-dialog.tsx'
import { ImageDialog } from './image-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'

/** Which dialog is open; a picture that was pasted or dropped comes with it. */
export type OpenDialog = { kind: Dialog; file?: File }

type EditorDialogsProps = { open: OpenDialog | undefined; editor: Editor | null; close: () => void; uploadUrl: string; textLang: string }

/** The dialog that is open, if any. All but the help need a live text. */
export function EditorDialogs({ open, editor, close, uploadUrl, textLang }: EditorDialogsProps) {
  if (open?.kind === 'shortcuts') return <ShortcutsDialog close={close} />
  if (!open || !editor) return null
  switch (open.kind) {
    case 'link':
      return <LinkDialog editor={editor} close={close} />
    case 'image':
      return <ImageDialog editor={editor} close={close} uploadUrl={uploadUrl} file={open.file} />
    case 'citation':
      return <CitationDialog editor={editor} close={close} textLang={textLang} />
  }
}
