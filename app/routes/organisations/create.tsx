import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { createOrganisation } from '#app/organisations/create-organisation.server.ts'
import { organisationSchema } from '#app/organisations/organisation.schema.ts'
import { OrganisationForm } from '#app/organisations/ui/organisation-form.tsx'
import { refusedField, refusedForm } from '#app/people/answer.server.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { Page } from '#app/shared/ui/page.tsx'
import { listTerritories } from '#app/territories/territory.queries.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'editor')
  const head = headOf(entered, entered.t('organisations.create.title'), { noindex: true })
  return { head, territories: await listTerritories(entered.db) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, lang, t } = enterSignedIn(args, 'editor')
  const form = await readForm(args.request, organisationSchema)
  if (!form.ok) return data(refusedForm(t, form, { name: t('organisations.field.name') }), 422)
  const outcome = await createOrganisation(db, actor, form.value)
  if (!outcome.ok) return data(refusedField('territory_id', t('people.error.invalid')), 422)
  return redirect(`/${lang}/organizzazioni/${outcome.slug}?notice=saved`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function CreateOrganisation() {
  const { t } = useI18n()
  const { territories } = useLoaderData<typeof loader>()
  return (
    <Page title={t('organisations.create.title')} trail={[{ path: '/organizzazioni', label: t('organisations.list.title') }]}>
      <OrganisationForm territories={territories} refused={useActionData<typeof action>()} submit={t('organisations.create.submit')} />
    </Page>
  )
}
