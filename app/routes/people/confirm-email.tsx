import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { confirmEmailChange, findEmailChange } from '#app/people/change-email.server.ts'
import { tokenSchema } from '#app/people/person.schema.ts'
import { LinkOver } from '#app/people/ui/link-over.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { Page } from '#app/shared/ui/page.tsx'

// Works signed in or not: the link may be opened on another device than the one that asked.
export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const token = entered.url.searchParams.get('token') ?? ''
  const email = await findEmailChange(entered.db, token)
  return data({ head: headOf(entered, entered.t('people.email.title'), { noindex: true }), token, email }, email ? 200 : 410)
}

export async function action(args: ActionFunctionArgs) {
  const { db, lang, appUrl, actor } = enter(args)
  const form = await readForm(args.request, tokenSchema)
  const outcome = form.ok ? await confirmEmailChange(db, form.value.token, { lang, appUrl }) : undefined
  const done = actor.kind === 'person' ? `/${lang}/scrivania/account?notice=email` : `/${lang}/accedi?notice=email`
  return redirect(outcome?.ok ? done : `/${lang}/email/conferma`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function ConfirmEmail() {
  const { t } = useI18n()
  const { token, email } = useLoaderData<typeof loader>()
  if (!email) return <LinkOver title={t('people.email.title')} />
  return (
    <Page title={t('people.email.title')} lead={t('people.email.confirmLead', { email })}>
      <form method="post">
        <input type="hidden" name="token" value={token} />
        <button type="submit" className="btn btn-primary">
          {t('people.email.confirm')}
        </button>
      </form>
    </Page>
  )
}
