import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refusedForm } from '#app/people/answer.server.ts'
import { resetSchema } from '#app/people/person.schema.ts'
import { resetPassword } from '#app/people/reset-password.server.ts'
import { peekToken } from '#app/people/tokens.server.ts'
import { LinkOver } from '#app/people/ui/link-over.tsx'
import { NewPasswordField } from '#app/people/ui/new-password-field.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { ErrorSummary } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { Page } from '#app/shared/ui/page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const token = entered.url.searchParams.get('token') ?? ''
  const usable = (await peekToken(entered.db, 'reset-password', token)) !== undefined
  return data({ head: headOf(entered, entered.t('people.reset.title'), { noindex: true }), token, usable }, usable ? 200 : 410)
}

export async function action(args: ActionFunctionArgs) {
  const { db, lang, t } = enter(args)
  const form = await readForm(args.request, resetSchema)
  if (!form.ok) return data(refusedForm(t, form), 422)
  const outcome = await resetPassword(db, form.value)
  return redirect(outcome.ok ? `/${lang}/accedi?notice=password` : `/${lang}/password/nuova`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function NewPassword() {
  const { t } = useI18n()
  const { token, usable } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  if (!usable) return <LinkOver title={t('people.reset.title')} again="/password" />
  return (
    <Page title={t('people.reset.title')} lead={t('people.reset.lead')}>
      <ErrorSummary errors={refused?.errors} />
      <form method="post">
        <input type="hidden" name="token" value={token} />
        <NewPasswordField error={refused?.errors.password} />
        <button type="submit" className="btn btn-primary">
          {t('people.reset.submit')}
        </button>
      </form>
    </Page>
  )
}
