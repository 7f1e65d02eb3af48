import { Alert } from '#app/shared/ui/alert.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { RoomEnd } from './room/room.ts'

type RoomNoticesProps = {
  end: RoomEnd | undefined
  /** Words the server refused, kept on this device. */
  recovered: { text: string; reason: string } | undefined
  download: () => void
  downloadRecovered: () => void
  dropRecovered: () => void
}

/** What happened to the room and what to do: access ended, page too old, words refused. */
export function RoomNotices({ end, recovered, download, downloadRecovered, dropRecovered }: RoomNoticesProps) {
  const { t } = useI18n()
  return (
    <>
      {end?.kind === 'forbidden' && (
        <Alert kind="warning">
          <p>{t('documents.editor.end.forbidden')}</p>
          <button type="button" className="btn btn-sm btn-outline-primary" onClick={download}>
            {t('documents.editor.download')}
          </button>
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
      {recovered && (
        <Alert kind="warning">
          <p>{t('documents.editor.recovered.what', { reason: recovered.reason || '-' })}</p>
          <div className="row-wrap">
            <button type="button" className="btn btn-sm btn-primary" onClick={downloadRecovered}>
              {t('documents.editor.download')}
            </button>
            <button type="button" className="btn btn-sm btn-outline-primary" onClick={dropRecovered}>
              {t('documents.editor.recovered.done')}
            </button>
          </div>
        </Alert>
      )}
    </>
  )
}
