import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canAskToJoin, canEditOrganisation } from '#app/organisations/organisation.policy.ts'
import { findOrganisation, listPeopleOf, ownMembership } from '#app/organisations/organisation.queries.server.ts'
import { requestMembership } from '#app/organisations/request-membership.server.ts'
import { JoinBox } from '#app/organisations/ui/join-box.tsx'
import { OrganisationPage } from '#app/organisations/ui/organisation-page.tsx'
import { enter, enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pick } from '#app/shared/languages.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { findTerritories } from '#app/territories/territory.queries.server.ts'

const notices = ['saved', 'requested', 'already', 'joined', 'too-many'] as const

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const { db, actor, lang, url, params } = entered
  const organisation = await findOrganisation(db, params.slug ?? '')
  const [people, membership, territories] = await Promise.all([
    listPeopleOf(db, actor, organisation),
    ownMembership(db, actor, organisation),
    findTerritories(db, organisation.territory_id ? [organisation.territory_id] : []),
  ])
  // The records this body leads or joins (#app/practices) are loaded here and shown as children of OrganisationPage.
  const description = pick(lang, organisation.description_it, organisation.description_en).text
  return {
    head: headOf(entered, organisation.name, { description, noindex: organisation.is_example }),
    organisation,
    people,
    membership,
    territory: [...territories.values()][0],
    notice: notices.find((known) => known === url.searchParams.get('notice')),
    may: { edit: canEditOrganisation(actor, organisation), ask: canAskToJoin(actor, membership?.state) },
  }
}

/** Asks to belong to this body. */
export async function action(args: ActionFunctionArgs) {
  const { db, actor, lang, params } = enterSignedIn(args)
  const slug = params.slug ?? ''
  const outcome = await requestMembership(db, actor, slug)
  return redirect(`/${lang}/organizzazioni/${slug}?notice=${outcome.ok ? 'requested' : outcome.reason}`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function Organisation() {
  const page = useLoaderData<typeof loader>()
  return <OrganisationPage {...page} aside={<JoinBox membership={page.membership} mayAsk={page.may.ask} />} />
}
