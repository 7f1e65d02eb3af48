import { pick } from '#app/shared/languages.ts'
import { pickList } from '#app/shared/bilingual-list.ts'
import { RedactionNote } from '#app/documents/ui/redaction-note.tsx'
import { ReadingView } from '#app/documents/ui/reading-view.tsx'
import { Bilingual } from '#app/shared/ui/bilingual.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Icon } from '#app/shared/ui/icon.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { SourceList } from '#app/shared/ui/source-list.tsx'
import type { ProgrammePageData } from '../programme-page.queries.server.ts'
import { EnrolPanel } from './enrol-panel.tsx'
import { Lines } from './materials.tsx'
import { Period } from './period.tsx'
import { ProgrammeBadges } from './programme-cards.tsx'
import { SessionTimeline } from './session-timeline.tsx'
import type { FormAnswer } from './training-forms.tsx'

type Props = ProgrammePageData & { path: string; answer: FormAnswer }

/** A programme: what, for whom, when, the sessions, how to join. */
export function ProgrammePage({ programme, sessions, text, cited, phase, person, enrolled, territories, path, answer }: Props) {
  const { t, lang } = useI18n()
  const title = pick(lang, programme.title_it, programme.title_en)
  const sources = pickList(lang, programme.sources)
  return (
    <Page
      title={title.text}
      titleLang={title.lang === lang ? undefined : title.lang}
      lead={<Bilingual it={programme.summary_it} en={programme.summary_en} block />}
      trail={[{ path: '/formazione', label: t('training.title') }]}
    >
      <div className="row-wrap">
        <span className="tag">{t(`training.phase.${phase}`)}</span>
        <ProgrammeBadges programme={{ isExample: programme.is_example, publishedAt: programme.published_at }} />
      </div>
      {programme.is_example && <p className="notice">{t('training.exampleNotice')}</p>}
      <div className="two-columns facts-first">
        <Facts programme={programme} hasSessions={sessions.length > 0} path={path} />
        <div className="stack">
          {text && (
            <section>
              <h2>{t('training.what')}</h2>
              {text.lang !== lang && <p className="muted">{t('training.onlyIn', { language: text.lang })}</p>}
              <ReadingView content={text.content} lang={text.lang} headingOffset={1} resolve={(id) => cited[id]} />
              <RedactionNote redaction={text.redaction} />
            </section>
          )}
          <section>
            <h2>{t('training.programme')}</h2>
            {sessions.length === 0 ? <p>{t('training.noSessions')}</p> : <SessionTimeline programme={programme.slug} sessions={sessions} />}
          </section>
          <section id="iscrizione">
            <h2>{t('training.enrol.title')}</h2>
            <EnrolPanel phase={phase} person={person} enrolled={enrolled} path={path} territories={territories} answer={answer} />
          </section>
          {sources.items.length > 0 && (
            <section>
              <h2>{t('training.sources')}</h2>
              <SourceList sources={sources.items} lang={sources.lang} readOn={(date) => t('training.readOn', { date })} />
            </section>
          )}
        </div>
      </div>
    </Page>
  )
}

function Facts({ programme, hasSessions, path }: { programme: ProgrammePageData['programme']; hasSessions: boolean; path: string }) {
  const { t } = useI18n()
  return (
    <aside className="stack" aria-label={t('training.session.facts')}>
      <dl className="facts">
        <dt>{t('training.dates')}</dt>
        <dd>
          <Period startsOn={programme.starts_on} endsOn={programme.ends_on} />
        </dd>
        {programme.place_it && (
          <>
            <dt>{t('training.place')}</dt>
            <dd>
              <Bilingual it={programme.place_it} en={programme.place_en} />
            </dd>
          </>
        )}
        {programme.for_whom_it && (
          <>
            <dt>{t('training.forWhom')}</dt>
            <dd>
              <Bilingual it={programme.for_whom_it} en={programme.for_whom_en} />
            </dd>
          </>
        )}
        {programme.organisers.it.length > 0 && (
          <>
            <dt>{t('training.organisers')}</dt>
            <dd>
              <Lines lines={programme.organisers} plain />
            </dd>
          </>
        )}
      </dl>
      {hasSessions && (
        <p>
          <a className="btn btn-outline-primary btn-sm" href={`${path}/calendario.ics`}>
            <Icon name="calendar" /> {t('training.calendarAll')}
          </a>
        </p>
      )}
    </aside>
  )
}
