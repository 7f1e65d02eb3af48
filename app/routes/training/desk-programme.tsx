import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listTexts } from '#app/documents/log/read-text.server.ts'
import { AppError } from '#app/shared/app-error.ts'
import { doneOf } from '#app/shared/http/done-notice.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { refusedForm } from '#app/training/answer.ts'
import { editProgramme } from '#app/training/edit-programme.server.ts'
import { publishProgramme } from '#app/training/publish-programme.server.ts'
import { programmeValues } from '#app/training/training-form-values.ts'
import { canPublishTraining } from '#app/training/training.policy.ts'
import { findProgramme, listEnrolled, listSessions } from '#app/training/training.queries.server.ts'
import { programmeSchema } from '#app/training/training.schema.ts'
import { DeskProgramme } from '#app/training/ui/desk-programme.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'facilitator')
  const { db, actor, t, url } = entered
  const programme = await findProgramme(db, actor, args.params.programme ?? '')
  if (!programme) throw new AppError('not-found')
  return {
    head: headOf(entered, `${t('training.desk.workOn')}: ${programme.title_it}`, { noindex: true }),
    programme,
    sessions: await listSessions(db, programme.id),
    enrolled: await listEnrolled(db, programme.id),
    langs: (await listTexts(db, programme.document_id)).map((text) => text.lang),
    values: programmeValues(programme),
    mayPublish: canPublishTraining(actor),
    done: doneOf(url),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, t, url } = enterSignedIn(args, 'facilitator')
  const slug = args.params.programme ?? ''
  const intent = (await args.request.clone().formData()).get('intent')
  if (intent === 'publish') {
    const outcome = await publishProgramme(db, actor, slug)
    return redirect(`${url.pathname}?fatto=${outcome.ok ? 'published' : 'empty'}`, 303)
  }
  const form = await readForm(args.request, programmeSchema)
  if (!form.ok) return data(refusedForm(t, form), 422)
  await editProgramme(db, actor, slug, form.value)
  return redirect(`${url.pathname}?fatto=saved`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (loaded ? pageMeta(loaded.head) : [])

export default function DeskProgrammeRoute() {
  const { head: _head, ...page } = useLoaderData<typeof loader>()
  return <DeskProgramme {...page} answer={useActionData<typeof action>()} />
}
