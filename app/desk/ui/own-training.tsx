import { isLang, languageNames } from '#app/shared/languages.ts'
import { EmptyState } from '#app/shared/ui/empty-state.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { OwnTraining } from '../own-training.queries.server.ts'

/** My sessions, and what became of what I wrote. */
export function OwnTrainingPage({ sessions, texts }: OwnTraining) {
  const { t, href, date } = useI18n()
  if (sessions.length === 0 && texts.length === 0)
    return (
      <EmptyState title={t('desk.own.none')}>
        <p>{t('desk.own.noneHow')}</p>
        <a href={href('/formazione')}>{t('desk.training')}</a>
      </EmptyState>
    )
  return (
    <div className="stack">
      <section>
        <h2>{t('desk.own.sessions')}</h2>
        {sessions.length === 0 && <p className="muted">{t('desk.own.noSessions')}</p>}
        <ul className="plain desk-list">
          {sessions.map((session) => (
            <li key={session.id}>
              <a href={href(session.path)} lang={session.title.lang} dir="auto">
                {session.title.text}
              </a>
              <span className="muted small">
                <bdi lang={session.programme.lang}>{session.programme.text}</bdi> ·{' '}
                {date(session.startsAt, { dateStyle: 'long', timeStyle: 'short' })}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('desk.own.texts')}</h2>
        {texts.length === 0 && <p className="muted">{t('desk.own.noTexts')}</p>}
        <ul className="plain desk-list">
          {texts.map((text) => (
            <li key={text.name}>
              <a href={href(text.path)} dir="auto">
                {text.title}
              </a>
              <span className="muted small">
                {t(`desk.kind.${text.kind}`)} · {isLang(text.lang) ? languageNames[text.lang] : text.lang} ·{' '}
                {t('desk.own.wrote', { date: date(text.lastAt) })}
              </span>
              <span className={text.number === null ? 'tag' : 'tag tag-ok'}>
                {text.number === null || text.publishedAt === null
                  ? t('desk.own.waiting')
                  : t('desk.own.inEdition', { number: text.number, date: date(text.publishedAt) })}
              </span>
            </li>
          ))}
        </ul>
        <p className="hint">{t('desk.own.unlinked')}</p>
      </section>
    </div>
  )
}
