import { pick } from '#app/shared/languages.ts'
import { Bilingual, languageOfContent } from '#app/shared/ui/bilingual.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { SessionSummary } from '../training.queries.server.ts'
import { MeetingTime } from './period.tsx'

/** The sessions of a programme along a line of time. */
export function SessionTimeline({ programme, sessions }: { programme: string; sessions: readonly SessionSummary[] }) {
  const { t, lang, href } = useI18n()
  return (
    <ol className="timeline plain">
      {sessions.map((session) => {
        const title = pick(lang, session.title_it, session.title_en)
        return (
          <li key={session.id} className="card-box">
            <span className="card-kind">{t('training.session.number', { n: session.number })}</span>
            <h3 {...languageOfContent(title.lang, lang)}>
              <a href={href(`/formazione/${programme}/${session.slug}`)}>{title.text}</a>
            </h3>
            <MeetingTime startsAt={session.startsAt} endsAt={session.endsAt} />
            {session.summary_it && (
              <p>
                <Bilingual it={session.summary_it} en={session.summary_en} />
              </p>
            )}
            <div className="row-wrap">
              {session.editorialTitle && <span className="tag">{t('training.editorialTitle')}</span>}
              {(session.takeAways ?? 0) > 0 && <span>{t('training.takeAwayCount', { n: session.takeAways ?? 0 })}</span>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
