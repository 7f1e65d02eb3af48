import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { refusedField, refusedForm, refusedPassword } from '#app/people/answer.server.ts'
import { closeAccount } from '#app/people/close-account.server.ts'
import { closeAccountSchema } from '#app/people/person.schema.ts'
import { endSession } from '#app/people/session.server.ts'
import { AccountPage } from '#app/people/ui/account-page.tsx'
import { CurrentPasswordField } from '#app/people/ui/current-password-field.tsx'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { ErrorSummary } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'

export function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args)
  return { head: headOf(entered, entered.t('people.close.title'), { noindex: true }) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, lang, t, secure } = enterSignedIn(args)
  const form = await readForm(args.request, closeAccountSchema)
  if (!form.ok) return data(refusedForm(t, form), 422)
  const outcome = await closeAccount(db, actor, form.value)
  if (!outcome.ok)
    return data(outcome.reason === 'last-admin' ? refusedField('', t('people.error.lastAdmin')) : refusedPassword(t, outcome), 422)
  return redirect(`/${lang}/accedi?notice=closed`, { status: 303, headers: { 'Set-Cookie': await endSession(db, undefined, { secure }) } })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function CloseAccount() {
  const { t, href } = useI18n()
  const refused = useActionData<typeof action>()
  return (
    <AccountPage title={t('people.close.title')} lead={t('people.close.lead')}>
      <ul className="measure">
        <li>{t('people.close.erased')}</li>
        <li>{t('people.close.memberships')}</li>
        <li>{t('people.close.texts')}</li>
        <li>{t('people.close.final')}</li>
      </ul>
      <p>
        <a href={href('/scrivania/account/dati')}>{t('people.account.export')}</a>
      </p>
      <ErrorSummary errors={refused?.errors} />
      <form method="post">
        <CurrentPasswordField error={refused?.errors.current} />
        <button type="submit" className="btn btn-danger">
          {t('people.close.submit')}
        </button>
      </form>
    </AccountPage>
  )
}
