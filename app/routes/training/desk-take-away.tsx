import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AppError } from '#app/shared/app-error.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { refusedForm } from '#app/training/answer.ts'
import { editTakeAway } from '#app/training/edit-take-away.server.ts'
import { takeAwayValues } from '#app/training/training-form-values.ts'
import { findProgramme, findSession, listTakeAways } from '#app/training/training.queries.server.ts'
import { takeAwaySchema } from '#app/training/training.schema.ts'
import { DeskTakeAway } from '#app/training/ui/desk-take-away.tsx'

async function find(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'facilitator')
  const { db, actor } = entered
  const programme = await findProgramme(db, actor, args.params.programme ?? '')
  const session = programme && (await findSession(db, programme.id, args.params.session ?? ''))
  const takeAway = session && (await listTakeAways(db, actor, session.id)).find((each) => each.slug === args.params.takeAway)
  if (!takeAway) throw new AppError('not-found')
  return { entered, path: `/scrivania/formazione/${programme.slug}/${session.slug}`, session, takeAway }
}

export async function loader(args: LoaderFunctionArgs) {
  const { entered, path, session, takeAway } = await find(args)
  const head = headOf(entered, takeAway.title_it, { noindex: true })
  return { head, path, session: session.title_it, title: takeAway.title_it, values: takeAwayValues(takeAway) }
}

export async function action(args: ActionFunctionArgs) {
  const { entered, path, takeAway } = await find(args)
  const form = await readForm(args.request, takeAwaySchema)
  if (!form.ok) return data(refusedForm(entered.t, form), 422)
  await editTakeAway(entered.db, entered.actor, takeAway.id, form.value)
  return redirect(`/${entered.lang}${path}?fatto=saved#in-sintesi`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (loaded ? pageMeta(loaded.head) : [])

export default function DeskTakeAwayRoute() {
  const { head: _head, ...page } = useLoaderData<typeof loader>()
  return <DeskTakeAway {...page} answer={useActionData<typeof action>()} />
}
