import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AppError } from '#app/shared/app-error.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { refusedForm } from '#app/training/answer.ts'
import { createSession } from '#app/training/create-session.server.ts'
import { findProgramme } from '#app/training/training.queries.server.ts'
import { sessionSchema } from '#app/training/training.schema.ts'
import { NewSession } from '#app/training/ui/desk-new-training.tsx'

async function find(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'facilitator')
  const programme = await findProgramme(entered.db, entered.actor, args.params.programme ?? '')
  if (!programme) throw new AppError('not-found')
  return { entered, programme }
}

export async function loader(args: LoaderFunctionArgs) {
  const { entered, programme } = await find(args)
  return {
    head: headOf(entered, entered.t('training.desk.newSession'), { noindex: true }),
    programme: { slug: programme.slug, title: programme.title_it },
    day: programme.starts_on,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { entered, programme } = await find(args)
  const form = await readForm(args.request, sessionSchema)
  if (!form.ok) return data(refusedForm(entered.t, form), 422)
  const slug = await createSession(entered.db, entered.actor, programme.id, form.value)
  return redirect(`/${entered.lang}/scrivania/formazione/${programme.slug}/${slug}?fatto=saved`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (loaded ? pageMeta(loaded.head) : [])

export default function DeskNewSessionRoute() {
  const { programme, day } = useLoaderData<typeof loader>()
  return <NewSession programme={programme} day={day} answer={useActionData<typeof action>()} />
}
