import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canAskToJoin, canEditOrganisation } from '#app/organisations/organisation.policy.ts'
import { findOrganisation, listPeopleOf, ownMembership } from '#app/organisations/organisation.queries.server.ts'
import { listRecordIdsUnchecked } from '#app/organisations/organisation-records.queries.server.ts'
import { requestMembership } from '#app/organisations/request-membership.server.ts'
import { JoinBox } from '#app/organisations/ui/join-box.tsx'
import { OrganisationPage } from '#app/organisations/ui/organisation-page.tsx'
import { practiceCards } from '#app/practices/practice-cards.queries.server.ts'
import { PracticeCard } from '#app/practices/ui/practice-card.tsx'
import { enter, enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pick } from '#app/shared/languages.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { findTerritories } from '#app/territories/territory.queries.server.ts'

const notices = ['saved', 'requested', 'already', 'joined', 'too-many'] as const

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const { db, actor, lang, url, params } = entered
  const organisation = await findOrganisation(db, params.slug ?? '')
  const [people, membership, territories, recordIds] = await Promise.all([
    listPeopleOf(db, actor, organisation),
    ownMembership(db, actor, organisation),
    findTerritories(db, organisation.territory_id ? [organisation.territory_id] : []),
    listRecordIdsUnchecked(db, organisation),
  ])
  const description = pick(lang, organisation.description_it, organisation.description_en).text
  return {
    head: headOf(entered, organisation.name, { description, noindex: organisation.is_example, updatedOn: organisation.updated_at }),
    organisation,
    people,
    membership,
    territory: [...territories.values()][0],
    records: await practiceCards(db, lang, recordIds),
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
  return (
    <OrganisationPage {...page} aside={<JoinBox membership={page.membership} mayAsk={page.may.ask} />}>
      <RecordList records={page.records} />
    </OrganisationPage>
  )
}

function RecordList({ records }: { records: ReturnType<typeof useLoaderData<typeof loader>>['records'] }) {
  const { t } = useI18n()
  if (records.length === 0) return null
  return (
    <section aria-labelledby="records">
      <h2 id="records">{t('organisations.records')}</h2>
      <ul className="cards plain">
        {records.map((card) => (
          <li key={card.id}>
            <PracticeCard card={card} level={3} />
          </li>
        ))}
      </ul>
    </section>
  )
}
