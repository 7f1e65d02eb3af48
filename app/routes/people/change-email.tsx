import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { mailNotice, refusedForm, refusedPassword } from '#app/people/answer.server.ts'
import { requestEmailChange } from '#app/people/change-email.server.ts'
import { changeEmailSchema } from '#app/people/person.schema.ts'
import { EmailField } from '#app/people/ui/email-field.tsx'
import { AccountPage } from '#app/people/ui/account-page.tsx'
import { CurrentPasswordField } from '#app/people/ui/current-password-field.tsx'
import { MailSent } from '#app/people/ui/mail-sent.tsx'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { KeptForm } from '#app/shared/ui/kept-form.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'

export function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args)
  return { head: headOf(entered, entered.t('people.email.title'), { noindex: true }) }
}

export async function action(args: ActionFunctionArgs) {
  const entered = enterSignedIn(args)
  const { db, actor, lang, t, appUrl } = entered
  const form = await readForm(args.request, changeEmailSchema)
  if (!form.ok) return data(refusedForm(t, form), 422)
  const outcome = await requestEmailChange(db, actor, form.value, { lang, appUrl })
  if (!outcome.ok) return data(refusedPassword(t, outcome, { email: form.value.email }), 422)
  return { mail: mailNotice(entered, outcome.path) }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function ChangeEmail() {
  const { t } = useI18n()
  const answer = useActionData<typeof action>()
  if (answer?.mail)
    return (
      <AccountPage title={t('people.email.title')}>
        <MailSent mail={answer.mail}>{t('people.email.sent')}</MailSent>
      </AccountPage>
    )
  return (
    <AccountPage title={t('people.email.title')} lead={t('people.email.lead')}>
      <KeptForm answer={answer}>
        <EmailField label={t('people.field.newEmail')} />
        <CurrentPasswordField error={answer?.errors.current} />
        <button type="submit" className="btn btn-primary">
          {t('people.email.submit')}
        </button>
      </KeptForm>
    </AccountPage>
  )
}
