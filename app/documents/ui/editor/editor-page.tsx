import type { Editor } from '@tiptap/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { outlineOf } from '../../reading/outline-of.ts'
import { sectionOf } from '../../schema/content.ts'
import type { DocJson } from '../../schema/json.ts'
import type { SectionKey } from '../../schema/definitions.ts'
import { ReadingView } from '../reading-view.tsx'
import type { Dialog } from './actions.ts'
import { EditorBar, type Twin } from './editor-bar.tsx'
import { EditorDialogs, type OpenDialog } from './editor-dialogs.tsx'
import { EditorPanel } from './editor-panel.tsx'
import { LiveText } from './live-text.tsx'
import { Outline, type OutlineLine } from './outline.tsx'
import { PeopleAnnouncer, PeopleList, usePeople } from './people-list.tsx'
import { downloadText, wordsOfRoom } from './recovered.ts'
import { RoomNotices } from './room-notices.tsx'
import { stillContent } from './still-content.ts'
import { Toolbar } from './toolbar.tsx'
import { useLeaveGuard, useRoom } from './use-room.ts'
import { useRecovered } from './use-recovered.ts'

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
  twins: Twin[]
}

/** Outline of the text as the server sent it. */
function stillOutline(content: DocJson, sectionTitle: (key: string) => string): OutlineLine[] {
  const sections = content.content.filter((node) => node.type === 'section')
  if (sections.length === 0) return outlineOf(content)
  return sections.flatMap((node) => {
    const key = String(node.attrs?.key) as SectionKey
    return [{ level: 2, text: sectionTitle(key), id: key }, ...outlineOf({ type: 'section', content: sectionOf(content, key) })]
  })
}

/**
 * The page where a text is written together. The server's text stands first; the live one takes its place once it is
 * here and drawn, in the same measure and type, so that nothing jumps.
 */
export function EditorPage(props: EditorPageProps) {
  const { t } = useI18n()
  const { name, title, textLang, content, person } = props
  const localName = `${person.id}/${name}/${props.epoch}`
  const sectionTitle = useCallback((key: string) => t(`documents.section.${key as SectionKey}`), [t])

  const [visit, setVisit] = useState(1)
  const again = useCallback(() => setVisit((count) => count + 1), [])
  const { room, synced, end } = useRoom(name, localName, visit)
  const people = usePeople(room)
  const { recovered, drop } = useRecovered(room, end, localName, again)
  useLeaveGuard(room)

  const [editor, setEditor] = useState<Editor | null>(null)
  const [drawn, setDrawn] = useState<typeof room>()
  const [dialog, setDialog] = useState<OpenDialog>()
  const [panel, setPanel] = useState<'outline' | 'side'>()
  const bar = useRef<HTMLDivElement>(null)
  const openDialog = useCallback((kind: Dialog, file?: File) => setDialog({ kind, file }), [])
  const toToolbar = useCallback(() => {
    if (!bar.current) return
    bar.current.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    bar.current.dataset.fromText = 'true'
  }, [])
  useHelpKey(openDialog)

  const live = room !== undefined && synced && end === undefined
  const isDrawn = live && drawn === room
  const still = useMemo(() => stillContent(content), [content])
  const lines = useMemo(() => stillOutline(content, sectionTitle), [content, sectionTitle])
  const download = () => room && downloadText(`${title}.txt`, wordsOfRoom(room.doc))
  const closePanel = () => {
    document.querySelector<HTMLElement>(`[aria-controls="editor-${panel}"]`)?.focus()
    setPanel(undefined)
  }
  const toggle = (which: 'outline' | 'side') => (
    <button
      type="button"
      className="btn btn-sm btn-outline-primary"
      aria-expanded={panel === which}
      aria-controls={`editor-${which}`}
      onClick={() => setPanel(panel === which ? undefined : which)}
    >
      {t(`documents.editor.${which}.title`)}
    </button>
  )
  return (
    <div className={room ? 'editor is-live' : 'editor'}>
      <EditorBar {...props} people={people} room={room} download={download} />
      <PeopleAnnouncer people={people} />
      <div className="editor-toggles only-narrow">
        {toggle('outline')}
        {toggle('side')}
      </div>
      <div className="editor-frame">
        <EditorPanel
          id="editor-outline"
          side="start"
          title={t('documents.editor.outline.title')}
          open={panel === 'outline'}
          close={closePanel}
        >
          <Outline editor={isDrawn ? editor : null} still={lines} sectionTitle={sectionTitle} onGo={() => setPanel(undefined)} />
        </EditorPanel>
        <div className="editor-middle">
          <RoomNotices
            end={end}
            recovered={recovered}
            download={download}
            downloadRecovered={() => recovered && downloadText(`${title}.txt`, recovered.text)}
            dropRecovered={drop}
          />
          <noscript>
            <p className="notice">
              {t('documents.editor.noscript')} <a href={props.formUrl}>{t('documents.editor.form')}</a>
            </p>
          </noscript>
          <Toolbar editor={isDrawn ? editor : null} openDialog={openDialog} bar={bar} />
          <p id="live-text-help" className="visually-hidden">
            {t('documents.editor.help')}
          </p>
          <div className="editor-paper">
            {!isDrawn && <ReadingView content={still} lang={textLang} sectionTitle={sectionTitle} />}
            {live && (
              <div hidden={!isDrawn}>
                <LiveText
                  key={visit}
                  room={room}
                  person={person}
                  title={title}
                  textLang={textLang}
                  sectionTitle={sectionTitle}
                  openDialog={openDialog}
                  toToolbar={toToolbar}
                  onDrawn={() => setDrawn(room)}
                  onEditor={setEditor}
                />
              </div>
            )}
          </div>
          <span id="after-text" tabIndex={-1} />
        </div>
        <EditorPanel id="editor-side" side="end" title={t('documents.editor.side.title')} open={panel === 'side'} close={closePanel}>
          <h3>{t('documents.editor.people.title')}</h3>
          <PeopleList people={people} />
          <h3>{t('documents.editor.side.saving')}</h3>
          <p>{t('documents.editor.side.savingHow')}</p>
          <div className="stack">
            <button type="button" className="btn btn-sm btn-outline-primary" onClick={() => openDialog('shortcuts')}>
              {t('documents.editor.action.shortcuts')}
            </button>
            <button type="button" className="btn btn-sm btn-outline-primary" onClick={download}>
              {t('documents.editor.download')}
            </button>
            <a href={props.formUrl}>{t('documents.editor.form')}</a>
          </div>
        </EditorPanel>
      </div>
      <EditorDialogs open={dialog} editor={editor} close={() => setDialog(undefined)} uploadUrl={props.uploadUrl} textLang={textLang} />
    </div>
  )
}

/** "?" opens the help wherever one is not writing. */
function useHelpKey(openDialog: (kind: Dialog) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target } = event
      const writing =
        target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
      if (event.key !== '?' || writing || document.querySelector('dialog[open]')) return
      event.preventDefault()
      openDialog('shortcuts')
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [openDialog])
}
