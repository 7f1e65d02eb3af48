import { downloadText, type Recovered } from '#app/shared/ui/device/device-store.ts'
import { Alert } from '#app/shared/ui/alert.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { setAsideReason } from './recovered.ts'
import type { RoomEnd } from './room/room.ts'

type RoomNoticesProps = {
  end: RoomEnd | undefined
  /** Words the server refused, kept on this device. */
  recovered: Recovered[]
  download: () => void
  dropRecovered: (id: number) => void
}

/** What happened to the room and what to do: access ended, page too old, words refused. */
export function RoomNotices({ end, recovered, download, dropRecovered }: RoomNoticesProps) {
  const { t } = useI18n()
  return (
    <>
      {end?.kind === 'forbidden' && (
        <Alert kind="warning">
          <p>{t('documents.editor.end.forbidden')}</p>
          {recovered.length === 0 && (
            <button type="button" className="btn btn-sm btn-outline-primary" onClick={download}>
              {t('documents.editor.download')}
            </button>
          )}
        </Alert>
      )}
      {end?.kind === 'editor-too-old' && (
        <Alert kind="warning">
          <p>{t('documents.editor.end.tooOld')}</p>
          <button type="button" className="btn btn-sm btn-primary" onClick={() => location.reload()}>
            {t('documents.editor.end.reload')}
          </button>
        </Alert>
      )}
      {recovered.map((words) => (
        <SetAside key={words.id} words={words} drop={() => dropRecovered(words.id)} />
      ))}
    </>
  )
}

/** Words set aside: why, what they are, and what to do with them. They stay until their author says so. */
function SetAside({ words, drop }: { words: Recovered; drop: () => void }) {
  const { t, date } = useI18n()
  const when = date(new Date(words.at), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <Alert kind="warning">
      <p>{t(`documents.editor.recovered.${setAsideReason(words.reason)}`, { reason: words.reason, when })}</p>
      <details>
        <summary>{t('documents.editor.recovered.show')}</summary>
        <pre className="recovered-words" dir="auto" tabIndex={0}>
          {words.text}
        </pre>
      </details>
      <div className="row-wrap">
        <button type="button" className="btn btn-sm btn-primary" onClick={() => downloadText(`${words.title}.txt`, words.text)}>
          {t('documents.editor.download')}
        </button>
        <button type="button" className="btn btn-sm btn-outline-primary" onClick={drop}>
          {t('documents.editor.recovered.done')}
        </button>
      </div>
    </Alert>
  )
}
