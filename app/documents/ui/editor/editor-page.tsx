import { useI18n } from '#app/shared/ui/i18n.tsx'
import { ReadingView } from '../reading-view.tsx'
import { AwayNotice } from './away-notice.tsx'
import { EditorBar } from './editor-bar.tsx'
import { EditorDialogs } from './editor-dialogs.tsx'
import { EditorPanel } from './editor-panel.tsx'
import { LiveText } from './live-text.tsx'
import { Outline } from './outline.tsx'
import { PeopleAnnouncer, PeopleList } from './people-list.tsx'
import type { Present } from './room/people.ts'
import { RoomNotices } from './room-notices.tsx'
import { Toolbar } from './toolbar.tsx'
import { type EditorPageProps, type EditorPageState, useEditorPage } from './use-editor-page.ts'

/**
 * The page where a text is written together. The server's text stands first; the live one takes its place once it is
 * here and drawn, in the same measure and type, so that nothing jumps.
 */
export function EditorPage(props: EditorPageProps) {
  const { t } = useI18n()
  const page = useEditorPage(props)
  const { room, people, panel, setPanel, closePanel, download, openDialog } = page
  return (
    <div className={room ? 'editor is-live' : 'editor'}>
      <EditorBar {...props} people={people} room={room} download={download} />
      <PeopleAnnouncer people={people} />
      <div className="editor-toggles only-narrow">
        <PanelButton page={page} which="outline" />
        <PanelButton page={page} which="side" />
      </div>
      <div className="editor-frame">
        <EditorPanel
          id="editor-outline"
          side="start"
          title={t('documents.editor.outline.title')}
          open={panel === 'outline'}
          close={closePanel}
        >
          <Outline editor={page.editor} still={page.stillLines} sectionTitle={page.sectionTitle} onGo={() => setPanel(undefined)} />
        </EditorPanel>
        <TextColumn props={props} page={page} />
        <EditorPanel id="editor-side" side="end" title={t('documents.editor.side.title')} open={panel === 'side'} close={closePanel}>
          <SideContent
            {...props}
            people={people}
            othersWrite={page.othersWrite}
            download={download}
            openHelp={() => openDialog('shortcuts')}
          />
        </EditorPanel>
      </div>
      <EditorDialogs
        open={page.dialog}
        editor={page.editor}
        close={page.closeDialog}
        uploadUrl={props.uploadUrl}
        textLang={props.textLang}
      />
    </div>
  )
}

/** Opens a side panel as a sheet; shown on narrow screens only. */
function PanelButton({ page: { panel, setPanel }, which }: { page: EditorPageState; which: 'outline' | 'side' }) {
  const { t } = useI18n()
  const open = panel === which
  return (
    <button
      type="button"
      className="btn btn-sm btn-outline-primary"
      aria-expanded={open}
      aria-controls={`editor-${which}`}
      onClick={() => setPanel(open ? undefined : which)}
    >
      {t(`documents.editor.${which}.title`)}
    </button>
  )
}

/** Notices, toolbar and the text: the server's until the live one is drawn. */
function TextColumn({ props, page }: { props: EditorPageProps; page: EditorPageState }) {
  const { t } = useI18n()
  const { room, live, isDrawn, sectionTitle, openDialog, toToolbar } = page
  return (
    <div className="editor-middle">
      <RoomNotices {...page} />
      {page.away && room && <AwayNotice away={page.away} editor={page.editor} dismiss={room.dismissAway} />}
      <noscript>
        <p className="notice">
          {t('documents.editor.noscript')} <a href={props.formUrl}>{t('documents.editor.form')}</a>
        </p>
      </noscript>
      <Toolbar editor={page.editor} openDialog={openDialog} bar={page.bar} />
      <p id="live-text-help" className="visually-hidden">
        {t('documents.editor.help')}
      </p>
      <div className="editor-paper">
        {!isDrawn && <ReadingView content={page.still} lang={props.textLang} sectionTitle={sectionTitle} sourceAnchor={() => undefined} />}
        {live && (
          <div hidden={!isDrawn}>
            <LiveText
              key={`${props.epoch}/${page.visit}`}
              room={live}
              person={props.person}
              title={props.title}
              textLang={props.textLang}
              sectionTitle={sectionTitle}
              openDialog={openDialog}
              toToolbar={toToolbar}
              onDrawn={() => page.setDrawn(live)}
              onEditor={page.setEditor}
            />
          </div>
        )}
      </div>
      <span id="after-text" tabIndex={-1} />
    </div>
  )
}

type SideContentProps = Pick<EditorPageProps, 'formUrl' | 'versionsUrl'> & {
  people: Present[]
  othersWrite: boolean
  download: () => void
  openHelp: () => void
}

/** Who is here, what saving means, help. */
function SideContent({ people, othersWrite, formUrl, versionsUrl, download, openHelp }: SideContentProps) {
  const { t } = useI18n()
  return (
    <>
      <h3>{t('documents.editor.people.title')}</h3>
      <PeopleList people={people} othersWrite={othersWrite} />
      <h3>{t('documents.editor.side.saving')}</h3>
      <p>{t('documents.editor.side.savingHow')}</p>
      <div className="stack">
        <button type="button" className="btn btn-sm btn-outline-primary" onClick={openHelp}>
          {t('documents.editor.action.shortcuts')}
        </button>
        <button type="button" className="btn btn-sm btn-outline-primary" onClick={download}>
          {t('documents.editor.download')}
        </button>
        <a href={versionsUrl}>{t('documents.versions.title')}</a>
        <a href={formUrl}>{t('documents.editor.form')}</a>
      </div>
    </>
  )
}
