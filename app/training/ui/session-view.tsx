import type { ReactNode } from 'react'
import type { Attachment } from '#app/documents/attachments/attachment.ts'
import { AttachmentList } from '#app/documents/ui/attachment-list.tsx'
import { pickList } from '#app/shared/bilingual-list.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Icon } from '#app/shared/ui/icon.tsx'
import { SourceList } from '#app/shared/ui/source-list.tsx'
import type { Session } from '../training.queries.server.ts'
import { Lines, Materials } from './materials.tsx'
import { MeetingTime } from './period.tsx'

/** When, with whom, what to bring home: the facts of a session beside its text. */
export function SessionFacts({ session, calendar, chapter }: { session: Session; calendar: string; chapter: ReactNode }) {
  const { t } = useI18n()
  return (
    <aside className="stack" aria-label={t('training.session.facts')}>
      <dl className="facts">
        <dt>{t('training.session.when')}</dt>
        <dd>
          <MeetingTime startsAt={session.starts_at} endsAt={session.ends_at} />
        </dd>
        {session.experts.it.length > 0 && (
          <>
            <dt>{t('training.session.experts')}</dt>
            <dd>
              <Lines lines={session.experts} plain />
            </dd>
          </>
        )}
        {chapter && (
          <>
            <dt>{t('training.session.chapter')}</dt>
            <dd>{chapter}</dd>
          </>
        )}
      </dl>
      <p>
        <a className="btn btn-outline-primary btn-sm" href={calendar}>
          <Icon name="calendar" /> {t('training.calendar')}
        </a>
      </p>
      {session.meeting_url && (
        <p>
          <a className="btn btn-primary" href={session.meeting_url}>
            {t('training.session.meeting')}
          </a>
        </p>
      )}
      {session.recording_url && (
        <p>
          <a href={session.recording_url}>{t('training.session.recording')}</a>
        </p>
      )}
    </aside>
  )
}

/** Questions the tables worked on, materials and sources. */
export function SessionLists({ session, attachments }: { session: Session; attachments: readonly Attachment[] }) {
  const { t, lang } = useI18n()
  const sources = pickList(lang, session.sources)
  return (
    <>
      {session.prompts.it.length > 0 && (
        <section>
          <h2>{t('training.session.prompts')}</h2>
          <Lines lines={session.prompts} />
        </section>
      )}
      {session.materials.it.length + attachments.length > 0 && (
        <section>
          <h2>{t('training.session.materials')}</h2>
          {session.materials.it.length > 0 && <Materials materials={session.materials} />}
          <AttachmentList attachments={attachments} titled={false} />
        </section>
      )}
      {sources.items.length > 0 && (
        <section>
          <h2>{t('training.sources')}</h2>
          <SourceList sources={sources.items} lang={sources.lang} readOn={(date) => t('training.readOn', { date })} />
        </section>
      )}
    </>
  )
}
