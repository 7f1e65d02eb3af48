import { languageOfContent } from '#app/shared/ui/bilingual.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { ProcessPageData } from '../process-page.queries.server.ts'

type Props = Pick<ProcessPageData, 'changes' | 'counts' | 'quotes'>

/** What became of people's words: what changed, how many ideas were taken up, and those that may be read. */
export function WhatBecame({ changes, counts, quotes }: Props) {
  const { t, lang, date } = useI18n()
  return (
    <>
      {changes.length > 0 && (
        <section>
          <h2>{t('codesign.process.changes')}</h2>
          <ul>
            {changes.map((change) => (
              <li key={change.id}>
                <strong>{date(change.happenedOn)}</strong>: <span {...languageOfContent(change.lang, lang)}>{change.body}</span>{' '}
                {change.url && <a href={change.url}>{t('codesign.process.changeLink')}</a>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {counts.all > 0 && (
        <section>
          <h2>{t('codesign.process.outcomes')}</h2>
          <p>
            {t('codesign.process.outcomeCounts', {
              all: counts.all,
              takenUp: counts.takenUp,
              merged: counts.merged,
              notTaken: counts.notTaken,
            })}
          </p>
          {quotes.length > 0 && <Quotes quotes={quotes} />}
        </section>
      )}
    </>
  )
}

function Quotes({ quotes }: Pick<Props, 'quotes'>) {
  const { t, lang } = useI18n()
  return (
    <ul className="plain stack">
      {quotes.map((quote) => (
        <li key={quote.id} className="card-box">
          <blockquote className="mb-0" {...(quote.translation ? {} : languageOfContent(quote.lang, lang))}>
            <p dir="auto">{quote.translation ?? quote.body}</p>
          </blockquote>
          <p className="row-wrap">
            <span className={quote.outcome === 'taken-up' ? 'tag tag-ok' : 'tag'}>{t(`codesign.process.outcome.${quote.outcome}`)}</span>
            {quote.author && <bdi className="muted">{quote.author}</bdi>}
          </p>
          {quote.reason && <p {...languageOfContent(quote.reason.lang, lang)}>{quote.reason.reason}</p>}
        </li>
      ))}
    </ul>
  )
}
