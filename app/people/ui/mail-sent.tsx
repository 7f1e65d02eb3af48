import type { ReactNode } from 'react'
import { Alert } from '#app/shared/ui/alert.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'

/** After a mail: what to do now; where mail does not leave the machine, where it lies and, in a demonstration, its link. */
export function MailSent({ mail, children }: { mail: { kept: boolean; path: string | undefined }; children: ReactNode }) {
  const { t } = useI18n()
  return (
    <Alert kind="success">
      <p className="mb-0">{children}</p>
      {mail.kept && <p className="mb-0">{t('people.mail.kept')}</p>}
      {mail.path && (
        <p className="mb-0">
          <a href={mail.path} data-mail-link>
            {t('people.mail.openLink')}
          </a>
        </p>
      )}
    </Alert>
  )
}
