import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { decideMembership } from '#app/organisations/decide-membership.server.ts'
import { inviteMember } from '#app/organisations/invite-member.server.ts'
import { findOrganisation, listMemberships } from '#app/organisations/organisation.queries.server.ts'
import { memberFormSchema } from '#app/organisations/organisation.schema.ts'
import { MembersPage } from '#app/organisations/ui/members-page.tsx'
import { mailNotice, refusedField, refusedForm } from '#app/people/answer.server.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args)
  const { db, actor, params, t, url } = entered
  const { id, slug, name } = await findOrganisation(db, params.slug ?? '')
  const memberships = await listMemberships(db, actor, { id })
  const stale = url.searchParams.get('notice') === 'stale'
  return { head: headOf(entered, t('organisations.members.title'), { noindex: true }), slug, name, memberships, stale }
}

export async function action(args: ActionFunctionArgs) {
  const entered = enterSignedIn(args)
  const { db, actor, lang, t, params, appUrl } = entered
  const slug = params.slug ?? ''
  const form = await readForm(args.request, memberFormSchema)
  if (!form.ok) return data(refusedForm(t, form), 422)
  if (form.value.act !== 'invite') {
    const outcome = await decideMembership(db, actor, { membershipId: form.value.membership, act: form.value.act })
    return redirect(`/${lang}/organizzazioni/${slug}/persone${outcome.ok ? '' : '?notice=stale'}`, 303)
  }
  const { email, role } = form.value
  const outcome = await inviteMember(db, actor, slug, { email, role }, { lang, appUrl })
  if (outcome.ok) return { mail: mailNotice(entered, outcome.path) }
  if (outcome.reason === 'too-many') return data(refusedField('', t('people.error.tooMany', { minutes: outcome.minutes })), 429)
  return data(refusedField('email', t('organisations.invite.already'), { email, role }), 422)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function Members() {
  return <MembersPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
