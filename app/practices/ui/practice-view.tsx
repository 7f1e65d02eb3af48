import { AttachmentList } from '#app/documents/ui/attachment-list.tsx'
import { RedactionNote } from '#app/documents/ui/redaction-note.tsx'
import { type Voices, VoicesLine } from '#app/documents/ui/voices-line.tsx'
import { dirOf } from '#app/shared/languages.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import type { PracticeDetail } from '../detail-page.server.ts'
import { listAt, practiceLists } from '../practice-lists.ts'
import { InBrief } from './in-brief.tsx'
import { PracticeCard } from './practice-card.tsx'
import { SheetBadges } from './sheet-badges.tsx'
import { SheetNotices } from './sheet-notices.tsx'
import { ShareAndCite } from './share-and-cite.tsx'
import { SheetText } from './sheet-text.tsx'
import { SourceList } from './source-list.tsx'

/** One sheet: what it is, in brief, the text with its sources, how to take it along, what is like it. */
export function PracticeView({ practice, voices, address }: { practice: PracticeDetail; voices: Voices; address: string }) {
  const { t, href, lang } = useI18n()
  const list = listAt(`/x${practice.path}`)
  const themes = practice.terms.filter((term) => term.list === 'theme')
  const own = practice.title.lang === lang ? undefined : practice.title.lang
  return (
    <Page
      title={practice.title.text}
      titleLang={own}
      trail={[{ path: practiceLists[list].path, label: t(`practices.list.${list}.title`) }]}
    >
      <div className="sheet-head">
        <p className="lead" lang={own} dir={own && dirOf(own)}>
          {practice.summary}
        </p>
        <p className="row-wrap">
          {themes.map((term) => (
            <a key={term.id} className="card-kind" href={`${href(practiceLists[list].path)}?theme=${encodeURIComponent(term.id)}`}>
              {term.name}
            </a>
          ))}
          <SheetBadges status={practice.status} short={practice.short} lesson={practice.lesson} example={practice.example} />
        </p>
        <SheetNotices practice={practice} />
      </div>
      <div className="two-columns">
        <div>
          {!practice.text.blank && <SheetText content={practice.text.content} lang={practice.text.lang} cited={practice.cited} />}
          <VoicesLine voices={voices} />
          <RedactionNote redaction={practice.text.redaction} />
          <AttachmentList attachments={practice.text.attachments} />
          <SourceList sources={practice.sources} />
          <ShareAndCite practice={practice} address={address} />
        </div>
        <InBrief practice={practice} list={practiceLists[list].path} />
      </div>
      <Around practice={practice} />
    </Page>
  )
}

/** Who quotes it, and what is like it. */
function Around({ practice }: { practice: PracticeDetail }) {
  const { t, href } = useI18n()
  const municipality = practice.territories.find((place) => place.level === 'municipality')
  return (
    <>
      {practice.quoting.length > 0 && (
        <section className="measure" aria-labelledby="quoted-in">
          <h2 id="quoted-in">{t('practices.quotedIn')}</h2>
          <ul>
            {practice.quoting.map((record) => (
              <li key={record.id}>
                <a href={href(record.path)}>
                  <bdi lang={record.lang}>{record.title}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {practice.similar.length > 0 && (
        <section aria-labelledby="similar" className="no-print">
          <h2 id="similar">{t('practices.similar')}</h2>
          <ul className="cards cards-3">
            {practice.similar.map((card) => (
              <li key={card.id}>
                <PracticeCard card={card} level={3} />
                <p className="small muted similar-why">
                  {card.reasons
                    .slice(0, 3)
                    .map((reason) => t(`practices.similar.${reason}`))
                    .join(' · ')}
                </p>
              </li>
            ))}
          </ul>
          {municipality && (
            <p>
              <a href={`${href('/cerca')}?like=${encodeURIComponent(municipality.id)}`}>
                {t('practices.similar.more', { place: municipality.name })}
              </a>
            </p>
          )}
        </section>
      )}
    </>
  )
}
