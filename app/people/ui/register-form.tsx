import { useI18n } from '#app/shared/ui/i18n.tsx'
import { KeptForm } from '#app/shared/ui/kept-form.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import type { MailNotice, RefusedForm } from '../form-answer.ts'
import { EmailField } from './email-field.tsx'
import { MailSent } from './mail-sent.tsx'
import { NameField } from './name-field.tsx'
import { NewPasswordField } from './new-password-field.tsx'

/** Name, address, password: nothing else is asked. After sending, only what to do next. */
export function RegisterForm({ answer }: { answer: RefusedForm | { mail: MailNotice } | undefined }) {
  const { t, href } = useI18n()
  if (answer?.mail)
    return (
      <Page title={t('people.register.title')}>
        <MailSent mail={answer.mail}>{t('people.register.sent')}</MailSent>
      </Page>
    )
  return (
    <Page title={t('people.register.title')} lead={t('people.register.lead')}>
      <div className="stack measure">
        <KeptForm answer={answer}>
          <NameField />
          <EmailField />
          <NewPasswordField error={answer?.errors.password} />
          <p className="small">
            {t('people.register.privacy')} <a href={href('/privacy')}>{t('people.register.privacyLink')}</a>
          </p>
          <button type="submit" className="btn btn-primary">
            {t('people.register.submit')}
          </button>
        </KeptForm>
        <p>
          {t('people.register.haveAccount')} <a href={href('/accedi')}>{t('people.signIn.title')}</a>
        </p>
      </div>
    </Page>
  )
}
