import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { acceptMembership, findMembershipInvitation } from '#app/organisations/accept-membership.server.ts'
import { membershipTokenSchema } from '#app/organisations/organisation.schema.ts'
import { LinkOver } from '#app/people/ui/link-over.tsx'
import { enter, enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { Page } from '#app/shared/ui/page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const { db, actor, t, url } = entered
  const token = url.searchParams.get('token') ?? ''
  const invitation = await findMembershipInvitation(db, token)
  const head = headOf(entered, t('organisations.accept.title'), { noindex: true })
  const next = encodeURIComponent(url.pathname + url.search)
  return data({ head, token, invitation, next, signedIn: actor.kind === 'person' }, invitation ? 200 : 410)
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, lang } = enterSignedIn(args)
  const form = await readForm(args.request, membershipTokenSchema)
  const outcome = form.ok ? await acceptMembership(db, actor, form.value.token) : undefined
  return redirect(outcome?.ok ? `/${lang}/organizzazioni/${outcome.slug}?notice=joined` : `/${lang}/organizzazioni/invito`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function AcceptMembership() {
  const { t, href } = useI18n()
  const { token, invitation, next, signedIn } = useLoaderData<typeof loader>()
  if (!invitation) return <LinkOver title={t('organisations.accept.title')} />
  const role = t(`organisations.role.${invitation.role}`)
  return (
    <Page title={t('organisations.accept.title')} lead={t('organisations.accept.lead', { name: invitation.name, role })}>
      {signedIn ? (
        <form method="post">
          <input type="hidden" name="token" value={token} />
          <button type="submit" className="btn btn-primary">
            {t('organisations.accept.submit')}
          </button>
        </form>
      ) : (
        <p>
          {t('organisations.accept.signIn')} <a href={href(`/accedi?next=${next}`)}>{t('people.signIn.title')}</a> ·{' '}
          <a href={href('/registrati')}>{t('people.register.title')}</a>
        </p>
      )}
    </Page>
  )
}
