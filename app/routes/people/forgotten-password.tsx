import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { mailNotice, refusedField, refusedForm } from '#app/people/answer.server.ts'
import { emailSchema } from '#app/people/person.schema.ts'
import { requestPasswordReset } from '#app/people/request-password-reset.server.ts'
import { EmailField } from '#app/people/ui/email-field.tsx'
import { MailSent } from '#app/people/ui/mail-sent.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { KeptForm } from '#app/shared/ui/kept-form.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { Page } from '#app/shared/ui/page.tsx'

export function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  return { head: headOf(entered, entered.t('people.forgotten.title')) }
}

export async function action(args: ActionFunctionArgs) {
  const entered = enter(args)
  const { db, ip, lang, t, appUrl } = entered
  const form = await readForm(args.request, emailSchema)
  if (!form.ok) return data(refusedForm(t, form), 422)
  const outcome = await requestPasswordReset(db, form.value.email, { ip, lang, appUrl })
  if (!outcome.ok) return data(refusedField('', t('people.error.tooMany', { minutes: outcome.minutes })), 429)
  return { mail: mailNotice(entered, outcome.path) }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function ForgottenPassword() {
  const { t } = useI18n()
  const answer = useActionData<typeof action>()
  if (answer?.mail)
    return (
      <Page title={t('people.forgotten.title')}>
        <MailSent mail={answer.mail}>{t('people.forgotten.sent')}</MailSent>
      </Page>
    )
  return (
    <Page title={t('people.forgotten.title')} lead={t('people.forgotten.lead')}>
      <KeptForm answer={answer}>
        <EmailField />
        <button type="submit" className="btn btn-primary">
          {t('people.forgotten.submit')}
        </button>
      </KeptForm>
    </Page>
  )
}
