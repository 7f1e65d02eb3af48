import type { ReactNode } from 'react'
import { RedactionNote } from '#app/documents/ui/redaction-note.tsx'
import { ReadingView } from '#app/documents/ui/reading-view.tsx'
import { type Voices, VoicesLine } from '#app/documents/ui/voices-line.tsx'
import { pick } from '#app/shared/languages.ts'
import { Bilingual } from '#app/shared/ui/bilingual.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { PreviousNext } from '#app/shared/ui/previous-next.tsx'
import type { SessionPageData } from '../session-page.queries.server.ts'
import { SessionFacts, SessionLists } from './session-view.tsx'
import { TakeAways } from './take-aways.tsx'

type Props = SessionPageData & { path: string; edits: boolean; chapter: ReactNode; voices: Voices }

/** A session: when and with whom, lecture and operational part, take-aways in two languages, materials, sources. */
export function SessionPage({
  programme,
  session,
  text,
  takeAways,
  attachments,
  cited,
  previous,
  next,
  path,
  edits,
  chapter,
  voices,
}: Props) {
  const { t, lang, href } = useI18n()
  const title = pick(lang, session.title_it, session.title_en)
  const programmeTitle = pick(lang, programme.title_it, programme.title_en).text
  const base = `/formazione/${programme.slug}`
  const neighbour = (other: typeof previous) => {
    if (!other) return undefined
    const name = pick(lang, other.title_it, other.title_en)
    return { path: `${base}/${other.slug}`, title: name.text, lang: name.lang }
  }
  return (
    <Page
      title={title.text}
      titleLang={title.lang === lang ? undefined : title.lang}
      lead={<Bilingual it={session.summary_it} en={session.summary_en} block />}
      trail={[
        { path: '/formazione', label: t('training.title') },
        { path: base, label: programmeTitle },
      ]}
    >
      <div className="row-wrap">
        <span className="card-kind">{t('training.session.number', { n: session.number })}</span>
        {session.editorial_title && <span className="tag tag-example">{t('training.editorialTitle')}</span>}
        {programme.is_example && <span className="tag tag-example">{t('training.example')}</span>}
        {edits && (
          <a className="btn btn-outline-primary btn-sm no-print" href={href(`/scrivania${base}/${session.slug}`)}>
            {t('training.desk.workOn')}
          </a>
        )}
      </div>
      {session.editorial_title && <p className="muted measure">{t('training.editorialTitleNote')}</p>}
      <div className="two-columns facts-first">
        <SessionFacts session={session} calendar={`${path}/calendario.ics`} chapter={chapter} />
        <div>
          {text && text.lang !== lang && <p className="muted">{t('training.onlyIn', { language: text.lang })}</p>}
          {text && (
            <ReadingView
              content={text.content}
              lang={text.lang}
              resolve={(id) => cited[id]}
              sectionTitle={(key) => t(key === 'lecture' ? 'training.session.section.lecture' : 'training.session.section.operational')}
            />
          )}
          <RedactionNote redaction={text?.redaction} />
        </div>
      </div>
      {takeAways.length > 0 && (
        <section className="page-section">
          <h2>{t('training.takeAways')}</h2>
          <p>{t('training.takeAways.lead')}</p>
          <TakeAways takeAways={takeAways} resolve={(id) => cited[id]} />
        </section>
      )}
      <VoicesLine voices={voices} />
      <div className="stack page-section">
        <SessionLists session={session} attachments={attachments} />
        <PreviousNext label={t('training.session.row')} previous={neighbour(previous)} next={neighbour(next)} />
      </div>
    </Page>
  )
}
