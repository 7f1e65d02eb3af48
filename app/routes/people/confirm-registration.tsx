import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { confirmRegistration, findRegistration } from '#app/people/confirm-registration.server.ts'
import { tokenSchema } from '#app/people/person.schema.ts'
import { LinkOver } from '#app/people/ui/link-over.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { Page } from '#app/shared/ui/page.tsx'

// Following the link only shows a button: mail programs open links on their own.
export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const token = entered.url.searchParams.get('token') ?? ''
  const registration = await findRegistration(entered.db, token)
  const head = headOf(entered, entered.t('people.confirm.title'), { noindex: true })
  return data({ head, token, registration }, registration ? 200 : 410)
}

export async function action(args: ActionFunctionArgs) {
  const { db, lang } = enter(args)
  const form = await readForm(args.request, tokenSchema)
  const outcome = form.ok ? await confirmRegistration(db, form.value.token) : undefined
  return redirect(outcome?.ok ? `/${lang}/accedi?notice=registered` : `/${lang}/registrati/conferma`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function ConfirmRegistration() {
  const { t } = useI18n()
  const { token, registration } = useLoaderData<typeof loader>()
  if (!registration) return <LinkOver title={t('people.confirm.title')} again="/registrati" />
  return (
    <Page title={t('people.confirm.title')} lead={t('people.confirm.lead', registration)}>
      <form method="post" className="stack measure">
        <input type="hidden" name="token" value={token} />
        <p>{t('people.confirm.notYou')}</p>
        <button type="submit" className="btn btn-primary">
          {t('people.confirm.submit')}
        </button>
      </form>
    </Page>
  )
}
