import { useI18n } from '#app/shared/ui/i18n.tsx'

type Request = { id: string; created_at: Date; slug: string; organisation: string; name: string; email: string }

/** People who ask to belong to a body, with the decision. */
export function RequestList({ requests }: { requests: Request[] }) {
  const { t, href, date } = useI18n()
  if (requests.length === 0) return <p>{t('organisations.requests.none')}</p>
  return (
    <ul className="plain stack measure">
      {requests.map((request) => (
        <li key={request.id} className="card-box">
          <p>
            <strong dir="auto">{request.name}</strong> <span dir="ltr">({request.email})</span>
          </p>
          <p>
            <a href={href(`/organizzazioni/${request.slug}`)}>{request.organisation}</a> · {date(request.created_at)}
          </p>
          <form method="post" className="row-wrap">
            <input type="hidden" name="membership" value={request.id} />
            {(['approve', 'refuse'] as const).map((act) => (
              <button
                key={act}
                type="submit"
                name="act"
                value={act}
                className="btn btn-outline-primary btn-sm"
                aria-label={`${t(`organisations.act.${act}`)}: ${request.name}`}
              >
                {t(`organisations.act.${act}`)}
              </button>
            ))}
          </form>
        </li>
      ))}
    </ul>
  )
}
