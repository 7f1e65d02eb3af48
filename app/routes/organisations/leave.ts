import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { decideMembership } from '#app/organisations/decide-membership.server.ts'
import { memberActionSchema } from '#app/organisations/organisation.schema.ts'
import { AppError } from '#app/shared/app-error.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'

/** The memberships of a person are shown on their profile; this address only takes what they decide. */
export function loader(args: LoaderFunctionArgs) {
  return redirect(`/${enterSignedIn(args).lang}/scrivania/profilo`)
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, lang } = enterSignedIn(args)
  const form = await readForm(args.request, memberActionSchema)
  if (!form.ok) throw new AppError('bad-request')
  await decideMembership(db, actor, { membershipId: form.value.membership, act: form.value.act })
  return redirect(`/${lang}/scrivania/profilo?notice=saved`, 303)
}
