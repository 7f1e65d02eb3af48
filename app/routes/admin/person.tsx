import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refusedField } from '#app/people/answer.server.ts'
import { changeRole } from '#app/people/change-role.server.ts'
import { canChangeRole, canRestore, canSuspend } from '#app/people/person.policy.ts'
import { findAccount } from '#app/people/person.queries.server.ts'
import { accountActSchema, idSchema } from '#app/people/person.schema.ts'
import { restorePerson } from '#app/people/restore-person.server.ts'
import { suspendPerson } from '#app/people/suspend-person.server.ts'
import { AccountDetail } from '#app/people/ui/account-detail.tsx'
import { AppError } from '#app/shared/app-error.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

const idOf = (id: string | undefined): string => {
  const parsed = idSchema.safeParse(id)
  if (!parsed.success) throw new AppError('not-found')
  return parsed.data
}

export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'admin')
  const { db, actor, params, url } = entered
  const { person, memberships, acts } = await findAccount(db, actor, idOf(params.id))
  const may = { changeRole: canChangeRole(actor, person), suspend: canSuspend(actor, person), restore: canRestore(actor, person) }
  const saved = url.searchParams.get('notice') === 'saved'
  return { head: headOf(entered, person.name, { noindex: true }), person, memberships, acts, may, saved }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, lang, t, params } = enterSignedIn(args, 'admin')
  const id = idOf(params.id)
  const form = await readForm(args.request, accountActSchema)
  if (!form.ok) throw new AppError('bad-request')
  const { act, role } = form.value
  const outcome =
    act === 'role'
      ? await changeRole(db, actor, { personId: id, role })
      : act === 'suspend'
        ? await suspendPerson(db, actor, id)
        : undefined
  if (act === 'restore') await restorePerson(db, actor, id)
  if (outcome && !outcome.ok) return data(refusedField('', t('people.error.lastAdmin')), 409)
  return redirect(`/${lang}/scrivania/amministrazione/persone/${id}?notice=saved`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function Person() {
  return <AccountDetail {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
