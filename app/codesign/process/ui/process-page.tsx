import { ReadingView } from '#app/documents/ui/reading-view.tsx'
import { type Voices, VoicesLine } from '#app/documents/ui/voices-line.tsx'
import { languageOfContent } from '#app/shared/ui/bilingual.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import type { ProcessPageData } from '../process-page.queries.server.ts'
import { ProcessBadges } from './badges.tsx'
import { NextMeeting } from './next-meeting.tsx'
import { WhatBecame } from './outcomes.tsx'
import { PhaseLine } from './phase-line.tsx'
import { Days } from './moment.tsx'

/** A process for somebody who comes by: in ten seconds what it is, where, who runs it, and what one can do now. */
export function ProcessPage(page: ProcessPageData & { voices: Voices }) {
  const { t, lang, href } = useI18n()
  const { process, text, phases, current, meeting, code, edition } = page
  const now = phases.find(({ id }) => id === current)?.text
  return (
    <Page
      title={text.title}
      titleLang={text.lang === lang ? undefined : text.lang}
      lead={<span {...languageOfContent(text.lang, lang)}>{text.summary}</span>}
      trail={[{ path: '/partecipa', label: t('codesign.process.title') }]}
    >
      <div className="row-wrap">
        <ProcessBadges state={process.state} isExample={process.isExample} />
        {page.follows && <a href={href(`/scrivania/percorsi/${process.slug}`)}>{t('codesign.process.run')}</a>}
      </div>
      {process.isExample && <p className="notice">{t('codesign.process.exampleNotice')}</p>}
      <div className="two-columns facts-first">
        <Facts {...page} />
        <div className="stack">
          {process.state === 'open' && (
            <section className="notice" aria-labelledby="adesso">
              <h2 id="adesso">{t('codesign.process.now')}</h2>
              {now?.whatNow ? <p {...languageOfContent(now.lang, lang)}>{now.whatNow}</p> : <p>{t('codesign.process.nowNothing')}</p>}
              {code && (
                <a className="btn btn-primary" href={`/p/${code}`}>
                  {t('codesign.process.enter')}
                </a>
              )}
            </section>
          )}
          {phases.length > 0 && (
            <section>
              <h2>{t('codesign.process.phases')}</h2>
              <PhaseLine phases={phases} />
            </section>
          )}
          {meeting && process.state === 'open' && <NextMeeting meeting={meeting} code={code} path={`/partecipa/${process.slug}`} />}
          {text.purpose && (
            <section>
              <h2>{t('codesign.process.purpose')}</h2>
              <p className="measure" {...languageOfContent(text.lang, lang)}>
                {text.purpose}
              </p>
            </section>
          )}
          <WhatBecame {...page} />
          <section>
            <h2>{t('codesign.process.documents')}</h2>
            {edition ? (
              <>
                <ReadingView content={edition.content} lang={edition.lang} headingOffset={1} resolve={(id) => page.cited[id]} />
                <VoicesLine voices={page.voices} />
              </>
            ) : (
              <p>{t('codesign.process.documentLater')}</p>
            )}
          </section>
        </div>
      </div>
    </Page>
  )
}

function Facts({ process, places, past }: ProcessPageData) {
  const { t, lang, href } = useI18n()
  return (
    <aside className="stack" aria-label={t('codesign.process.facts')}>
      <dl className="facts">
        {places.length > 0 && (
          <>
            <dt>{t('codesign.process.place')}</dt>
            <dd>{places.map((place) => (lang === 'it' ? place.name_it : place.name_en)).join(', ')}</dd>
          </>
        )}
        {process.promoter && (
          <>
            <dt>{t('codesign.process.promoter')}</dt>
            <dd>
              <a href={href(`/organizzazioni/${process.promoterSlug}`)}>{process.promoter}</a>
            </dd>
          </>
        )}
        <dt>{t('codesign.process.dates')}</dt>
        <dd>
          <Days startsOn={process.startsOn} endsOn={process.endsOn} />
        </dd>
        {past > 0 && (
          <>
            <dt>{t('codesign.process.pastMeetings')}</dt>
            <dd>{past}</dd>
          </>
        )}
      </dl>
      <p className="small muted">{t('codesign.process.privacy')}</p>
    </aside>
  )
}
