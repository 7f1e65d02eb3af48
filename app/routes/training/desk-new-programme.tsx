import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { refusedForm } from '#app/training/answer.ts'
import { createProgramme } from '#app/training/create-programme.server.ts'
import { programmeSchema } from '#app/training/training.schema.ts'
import { NewProgramme } from '#app/training/ui/desk-new-training.tsx'

export function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'facilitator')
  return { head: headOf(entered, entered.t('training.desk.newProgramme'), { noindex: true }) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, t, lang } = enterSignedIn(args, 'facilitator')
  const form = await readForm(args.request, programmeSchema)
  if (!form.ok) return data(refusedForm(t, form), 422)
  const slug = await createProgramme(db, actor, form.value)
  return redirect(`/${lang}/scrivania/formazione/${slug}?fatto=saved`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (loaded ? pageMeta(loaded.head) : [])

export default function DeskNewProgrammeRoute() {
  return <NewProgramme answer={useActionData<typeof action>()} />
}
