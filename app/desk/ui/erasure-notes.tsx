import { isLang, languageNames } from '#app/shared/languages.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { ErasureReason } from '../erasure.ts'

export type ErasureNote = {
  at: string | Date
  by: string | null
  documentId: string
  lang: string
  editions: number
  versions: number
  reason?: ErasureReason | undefined
  replayed: boolean
}

/** What was erased before: everything but the words. */
export function ErasureNotes({ notes }: { notes: ErasureNote[] }) {
  const { t, date, href } = useI18n()
  return (
    <section aria-labelledby="erasures">
      <h2 id="erasures">{t('desk.erase.notes')}</h2>
      {notes.length === 0 ? (
        <p className="muted">{t('desk.erase.notes.none')}</p>
      ) : (
        <ul className="plain desk-list">
          {notes.map((note) => (
            <li key={`${String(note.at)}${note.documentId}${note.lang}`}>
              <a href={href(`/scrivania/testi/${note.documentId}.${note.lang}`)}>
                {t('desk.erase.notes.text', { language: isLang(note.lang) ? languageNames[note.lang] : note.lang })}
              </a>
              <span>
                {note.replayed ? t('desk.erase.notes.replayed') : note.reason && t(`desk.erase.reason.${note.reason}`)}
                {note.editions > 0 && <> · {t('desk.erase.notes.editions', { n: note.editions })}</>}
                {note.versions > 0 && <> · {t('desk.erase.inVersions', { n: note.versions })}</>}
              </span>
              <span className="muted small">
                {date(note.at, { dateStyle: 'long', timeStyle: 'short' })} · <bdi>{note.by ?? t('desk.erase.notes.machine')}</bdi>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
