import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listOwnMemberships } from '#app/organisations/organisation.queries.server.ts'
import { OwnMemberships } from '#app/organisations/ui/own-memberships.tsx'
import { refusedForm } from '#app/people/answer.server.ts'
import { editProfile } from '#app/people/edit-profile.server.ts'
import { readProfile } from '#app/people/person.queries.server.ts'
import { profileSchema } from '#app/people/person.schema.ts'
import { ProfileForm } from '#app/people/ui/profile-form.tsx'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { Alert } from '#app/shared/ui/alert.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { Page } from '#app/shared/ui/page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args)
  const { db, actor, t, url } = entered
  return {
    head: headOf(entered, t('people.profile.title'), { noindex: true }),
    profile: await readProfile(db, actor),
    memberships: await listOwnMemberships(db, actor),
    saved: url.searchParams.get('notice') === 'saved',
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, lang, t } = enterSignedIn(args)
  const form = await readForm(args.request, profileSchema)
  if (!form.ok) return data(refusedForm(t, form), 422)
  await editProfile(db, actor, form.value)
  return redirect(`/${lang}/scrivania/profilo?notice=saved`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function Profile() {
  const { t } = useI18n()
  const { profile, memberships, saved } = useLoaderData<typeof loader>()
  return (
    <Page title={t('people.profile.title')} lead={t('people.profile.lead')} trail={[{ path: '/scrivania', label: t('shared.desk') }]}>
      {saved && <Alert kind="success">{t('people.profile.saved')}</Alert>}
      <ProfileForm profile={profile} refused={useActionData<typeof action>()} />
      <OwnMemberships memberships={memberships} />
    </Page>
  )
}
