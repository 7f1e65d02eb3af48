import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { refusedForm, refusedPassword } from '#app/people/answer.server.ts'
import { changePassword } from '#app/people/change-password.server.ts'
import { changePasswordSchema } from '#app/people/person.schema.ts'
import { AccountPage } from '#app/people/ui/account-page.tsx'
import { CurrentPasswordField } from '#app/people/ui/current-password-field.tsx'
import { NewPasswordField } from '#app/people/ui/new-password-field.tsx'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { ErrorSummary } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'

export function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args)
  return { head: headOf(entered, entered.t('people.changePassword.title'), { noindex: true }) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, lang, t, sessionHash } = enterSignedIn(args)
  const form = await readForm(args.request, changePasswordSchema)
  if (!form.ok) return data(refusedForm(t, form), 422)
  const outcome = await changePassword(db, actor, form.value, { sessionHash })
  if (!outcome.ok) return data(refusedPassword(t, outcome), 422)
  return redirect(`/${lang}/scrivania/account?notice=password`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function ChangePassword() {
  const { t } = useI18n()
  const refused = useActionData<typeof action>()
  return (
    <AccountPage title={t('people.changePassword.title')} lead={t('people.changePassword.lead')}>
      <ErrorSummary errors={refused?.errors} />
      <form method="post">
        <CurrentPasswordField error={refused?.errors.current} />
        <NewPasswordField error={refused?.errors.password} />
        <button type="submit" className="btn btn-primary">
          {t('people.changePassword.submit')}
        </button>
      </form>
    </AccountPage>
  )
}
