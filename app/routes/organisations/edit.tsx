import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { editOrganisation } from '#app/organisations/edit-organisation.server.ts'
import { canEditOrganisation } from '#app/organisations/organisation.policy.ts'
import { findOrganisation } from '#app/organisations/organisation.queries.server.ts'
import { organisationSchema } from '#app/organisations/organisation.schema.ts'
import { OrganisationForm } from '#app/organisations/ui/organisation-form.tsx'
import { refusedField, refusedForm } from '#app/people/answer.server.ts'
import { AppError } from '#app/shared/app-error.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { Page } from '#app/shared/ui/page.tsx'
import { listTerritories } from '#app/territories/territory.queries.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args)
  const { db, actor, params, t } = entered
  const organisation = await findOrganisation(db, params.slug ?? '')
  if (!canEditOrganisation(actor, organisation)) throw new AppError('forbidden')
  return { head: headOf(entered, t('organisations.edit.title'), { noindex: true }), organisation, territories: await listTerritories(db) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, lang, t, params } = enterSignedIn(args)
  const slug = params.slug ?? ''
  const form = await readForm(args.request, organisationSchema)
  if (!form.ok) return data(refusedForm(t, form, { name: t('organisations.field.name') }), 422)
  const outcome = await editOrganisation(db, actor, slug, form.value)
  if (!outcome.ok) return data(refusedField('territory_id', t('people.error.invalid')), 422)
  return redirect(`/${lang}/organizzazioni/${slug}?notice=saved`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function EditOrganisation() {
  const { t } = useI18n()
  const { organisation, territories } = useLoaderData<typeof loader>()
  const trail = [
    { path: '/organizzazioni', label: t('organisations.list.title') },
    { path: `/organizzazioni/${organisation.slug}`, label: organisation.name },
  ]
  return (
    <Page title={t('organisations.edit.title')} trail={trail}>
      <OrganisationForm
        known={organisation}
        territories={territories}
        refused={useActionData<typeof action>()}
        submit={t('organisations.edit.submit')}
      />
    </Page>
  )
}
