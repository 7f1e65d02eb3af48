import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import type { PageAnswers } from '../page-answers.queries.server.ts'

/** What readers said of pages: counts, and the words they left. */
export function PageAnswersPage({ pages }: { pages: readonly PageAnswers[] }) {
  const { t, href, number } = useI18n()
  return (
    <Page title={t('about.answers.title')} lead={t('about.answers.lead')} trail={[{ path: '/scrivania', label: t('shared.desk') }]}>
      {pages.length === 0 && <p>{t('about.answers.none')}</p>}
      {pages.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="group" aria-label={t('about.answers.title')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('about.answers.page')}</th>
                <th scope="col">{t('about.answers.yes')}</th>
                <th scope="col">{t('about.answers.no')}</th>
                <th scope="col">{t('about.answers.comments')}</th>
              </tr>
            </thead>
            <tbody>
              {pages.map((row) => (
                <tr key={row.page}>
                  <th scope="row">
                    <a href={href(row.page)}>
                      <bdi>{row.page}</bdi>
                    </a>
                  </th>
                  <td>{number(row.yes)}</td>
                  <td>{number(row.no)}</td>
                  <td>
                    <Comments comments={row.comments} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  )
}

function Comments({ comments }: Pick<PageAnswers, 'comments'>) {
  const { t, date } = useI18n()
  if (comments.length === 0) return null
  return (
    <ul className="plain stack">
      {comments.map((one, index) => (
        <li key={index}>
          <span className="muted small">
            {date(one.day)} · {one.useful ? t('about.answers.yes') : t('about.answers.no')}
          </span>
          <br />
          <span lang={one.lang} dir="auto">
            {one.comment}
          </span>
        </li>
      ))}
    </ul>
  )
}
