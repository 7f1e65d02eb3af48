import { useI18n } from '#app/shared/ui/i18n.tsx'
import { PageActions } from '#app/shared/ui/page-actions.tsx'
import type { PracticeDetail } from '../detail-page.server.ts'

const licences: Record<string, string> = {
  'CC BY 4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC BY-SA 4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC0 1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
}

/** How to quote the sheet, take it along and pass it on; when it was updated, under which licence. */
export function ShareAndCite({ practice, address }: { practice: PracticeDetail; address: string }) {
  const { t, date, href } = useI18n()
  const updated = date(practice.updatedAt)
  return (
    <section className="share measure" aria-labelledby="share">
      <h2 id="share">{t('practices.share.title')}</h2>
      <PageActions />
      <details>
        <summary>{t('practices.share.cite')}</summary>
        <p className="cite-line">
          «<bdi lang={practice.title.lang}>{practice.title.text}</bdi>», {t('practices.share.in', { date: updated })}, <bdi>{address}</bdi>
        </p>
      </details>
      {!practice.preview && (
        <details>
          <summary>{t('practices.share.qr')}</summary>
          <img src={href(`${practice.path}/qr.svg`)} alt={t('practices.share.qrAlt')} width="180" height="180" loading="lazy" />
        </details>
      )}
      {practice.editions.length > 0 && (
        <details>
          <summary>{t('practices.editions.list', { n: practice.editions.length })}</summary>
          <ul>
            {practice.editions.map((edition) => (
              <li key={edition.number}>
                <a href={href(`${practice.path}/edizioni/${edition.number}`)}>
                  {t('practices.editions.dated', { n: edition.number, date: date(edition.publishedAt) })}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="small muted">
        {t('practices.updated', { date: updated })}
        {practice.text.number !== null && ` · ${t('practices.edition', { n: practice.text.number })}`}
        {' · '}
        {t('practices.licence')} <a href={licences[practice.licence] ?? licences['CC BY 4.0']}>{practice.licence}</a>
      </p>
    </section>
  )
}
