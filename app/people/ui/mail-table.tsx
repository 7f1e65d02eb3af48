import { useI18n } from '#app/shared/ui/i18n.tsx'

type Mail = { id: string; recipient: string; subject: string; created_at: Date; sent_at: Date | null; last_error: string | null }

/** Whether a message left, waits, or failed. */
export const mailState = (mail: Pick<Mail, 'sent_at' | 'last_error'>) => (mail.sent_at ? 'sent' : mail.last_error ? 'failed' : 'kept')

export function MailTable({ mails }: { mails: Mail[] }) {
  const { t, href, date } = useI18n()
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('people.admin.place.posta')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('people.mails.subject')}</th>
            <th scope="col">{t('people.mails.recipient')}</th>
            <th scope="col">{t('people.mails.written')}</th>
            <th scope="col">{t('people.admin.state')}</th>
          </tr>
        </thead>
        <tbody>
          {mails.map((mail) => (
            <tr key={mail.id}>
              <th scope="row">
                <a href={href(`/scrivania/amministrazione/posta/${mail.id}`)} dir="auto">
                  {mail.subject}
                </a>
              </th>
              <td dir="ltr">{mail.recipient}</td>
              <td>{date(mail.created_at, { dateStyle: 'medium', timeStyle: 'short' })}</td>
              <td>{t(`people.mails.state.${mailState(mail)}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
