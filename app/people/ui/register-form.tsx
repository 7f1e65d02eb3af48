import { ErrorSummary, Field } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import type { MailNotice, RefusedForm } from '../form-answer.ts'
import { MailSent } from './mail-sent.tsx'
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
        <ErrorSummary errors={answer?.errors} />
        <form method="post">
          <Field
            name="name"
            label={t('people.field.name')}
            hint={t('people.field.nameHint')}
            autoComplete="name"
            required
            maxLength={120}
            defaultValue={answer?.typed.name}
            error={answer?.errors.name}
          />
          <Field
            name="email"
            type="email"
            label={t('people.field.email')}
            autoComplete="email"
            required
            maxLength={254}
            defaultValue={answer?.typed.email}
            error={answer?.errors.email}
          />
          <NewPasswordField error={answer?.errors.password} />
          <p className="small">
            {t('people.register.privacy')} <a href={href('/privacy')}>{t('people.register.privacyLink')}</a>
          </p>
          <button type="submit" className="btn btn-primary">
            {t('people.register.submit')}
          </button>
        </form>
        <p>
          {t('people.register.haveAccount')} <a href={href('/accedi')}>{t('people.signIn.title')}</a>
        </p>
      </div>
    </Page>
  )
}
