import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { decideMembership } from '#app/organisations/decide-membership.server.ts'
import { listOpenRequests } from '#app/organisations/organisation.queries.server.ts'
import { memberActionSchema } from '#app/organisations/organisation.schema.ts'
import { RequestList } from '#app/organisations/ui/request-list.tsx'
import { AdminPage } from '#app/people/ui/admin-page.tsx'
import { AppError } from '#app/shared/app-error.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'admin')
  const { db, actor, t } = entered
  return { head: headOf(entered, t('people.admin.place.appartenenze'), { noindex: true }), requests: await listOpenRequests(db, actor) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, lang } = enterSignedIn(args, 'admin')
  const form = await readForm(args.request, memberActionSchema)
  if (!form.ok) throw new AppError('bad-request')
  // A stale decision is no problem here: the list that follows shows what is still open.
  await decideMembership(db, actor, { membershipId: form.value.membership, act: form.value.act })
  return redirect(`/${lang}/scrivania/amministrazione/appartenenze`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function Memberships() {
  const { t } = useI18n()
  return (
    <AdminPage title={t('people.admin.place.appartenenze')}>
      <p className="measure">{t('people.admin.about.appartenenze')}</p>
      <RequestList requests={useLoaderData<typeof loader>().requests} />
    </AdminPage>
  )
}
