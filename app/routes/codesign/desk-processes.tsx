import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { sentenceOf } from '#app/codesign/process/change-process.server.ts'
import { createProcess } from '#app/codesign/process/create-process.server.ts'
import { canCreateProcess } from '#app/codesign/process/process.policy.ts'
import { listFollowed } from '#app/codesign/process/process.queries.server.ts'
import { newProcessSchema } from '#app/codesign/process/process.schema.ts'
import { DeskProcesses } from '#app/codesign/process/ui/desk-processes.tsx'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args)
  const { db, actor, lang, t } = entered
  return {
    head: headOf(entered, t('codesign.desk.title'), { noindex: true }),
    processes: await listFollowed(db, actor, lang),
    mayCreate: canCreateProcess(actor),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, lang, t } = enterSignedIn(args)
  const form = await readForm(args.request, newProcessSchema)
  if (form.ok) return redirect(`/${lang}/scrivania/percorsi/${await createProcess(db, actor, form.value)}`, 303)
  const errors = Object.entries(form.problems).map(([name, code]) => [name, sentenceOf(t, code)])
  return data({ errors: Object.fromEntries(errors) as Record<string, string>, typed: form.typed }, 422)
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (loaded ? pageMeta(loaded.head) : [])

export default function DeskProcessesRoute() {
  const { processes, mayCreate } = useLoaderData<typeof loader>()
  return <DeskProcesses processes={processes} mayCreate={mayCreate} answer={useActionData<typeof action>()} />
}
