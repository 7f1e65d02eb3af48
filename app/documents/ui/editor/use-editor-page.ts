import type { Editor } from '@tiptap/react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { SectionKey } from '../../schema/definitions.ts'
import type { DocJson } from '../../schema/json.ts'
import type { Dialog } from './actions.ts'
import type { Twin } from './editor-bar.tsx'
import type { OpenDialog } from './editor-dialogs.tsx'
import { usePeople } from './people-list.tsx'
import { downloadText } from '#app/shared/ui/device/device-store.ts'
import { wordsOfRoom } from './recovered.ts'
import { stillContent } from './still-content.ts'
import { stillOutline } from './still-outline.ts'
import { useHelpKey } from './use-help-key.ts'
import { useRecovered } from './use-recovered.ts'
import { useOffline } from './use-offline.ts'
import { useAway, useLeaveGuard, useOthersWrite, useRoom } from './use-room.ts'

export type EditorPageProps = {
  /** `<document uuid>.<lang>` */
  name: string
  title: string
  textLang: string
  content: DocJson
  person: { id: string; name: string }
  /** Grows when the text was rebuilt without a passage; unsaved words of an older epoch are not merged. */
  epoch: number
  backUrl: string
  readUrl: string
  publishUrl: string | undefined
  uploadUrl: string
  formUrl: string
  versionsUrl: string
  twins: Twin[]
}

export type EditorPageState = ReturnType<typeof useEditorPage>

/** The page's own state: the room and who is in it, the editor once it is drawn, what is open beside it. */
export function useEditorPage({ name, title, content, person, epoch }: EditorPageProps) {
  const { t } = useI18n()
  const sectionTitle = useCallback((key: string) => t(`documents.section.${key as SectionKey}`), [t])
  const [visit, setVisit] = useState(1)
  const again = useCallback(() => setVisit((count) => count + 1), [])
  const { room, ready, end } = useRoom({ name, person: person.id, epoch }, visit)
  const { recovered, drop: dropRecovered } = useRecovered(room, end, { person: person.id, name, epoch, title }, again)
  useLeaveGuard(room)
  useOffline(ready)

  const [editor, setEditor] = useState<Editor | null>(null)
  const [drawn, setDrawn] = useState<typeof room>()
  const live = room !== undefined && ready && end === undefined ? room : undefined
  const isDrawn = live !== undefined && drawn === live
  return {
    room,
    end,
    live,
    isDrawn,
    visit,
    people: usePeople(room),
    editor: isDrawn ? editor : null,
    setEditor,
    setDrawn,
    sectionTitle,
    still: useMemo(() => stillContent(content), [content]),
    stillLines: useMemo(() => stillOutline(content, sectionTitle), [content, sectionTitle]),
    recovered,
    dropRecovered,
    away: useAway(room),
    othersWrite: useOthersWrite(room),
    download: () => room && downloadText(`${title}.txt`, wordsOfRoom(room.doc)),
    ...useDialogs(),
    ...usePanels(),
  }
}

/** The dialog that is open, and the toolbar from which most of them are. */
function useDialogs() {
  const [dialog, setDialog] = useState<OpenDialog>()
  const bar = useRef<HTMLDivElement>(null)
  const openDialog = useCallback((kind: Dialog, file?: File) => setDialog({ kind, file }), [])
  const closeDialog = useCallback(() => setDialog(undefined), [])
  const toToolbar = useCallback(() => {
    if (!bar.current) return
    bar.current.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    bar.current.dataset.fromText = 'true'
  }, [])
  useHelpKey(openDialog)
  return { dialog, bar, openDialog, closeDialog, toToolbar }
}

/** Which side panel is open as a sheet on a narrow screen; closing gives the focus back to its button. */
function usePanels() {
  const [panel, setPanel] = useState<'outline' | 'side'>()
  const closePanel = () => {
    document.querySelector<HTMLElement>(`[aria-controls="editor-${panel}"]`)?.focus()
    setPanel(undefined)
  }
  return { panel, setPanel, closePanel }
}
