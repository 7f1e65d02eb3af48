import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refusedField, refusedForm } from '#app/manual/answer.ts'
import { createChapter } from '#app/manual/create-chapter.server.ts'
import { createChapterSchema } from '#app/manual/manual.schema.ts'
import { NewChapterPage } from '#app/manual/ui/chapter-forms.tsx'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { listProgrammes } from '#app/training/training.queries.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'facilitator')
  const programmes = await listProgrammes(entered.db, entered.actor)
  return {
    head: headOf(entered, entered.t('manual.desk.create'), { noindex: true }),
    programmes: programmes.map((programme) => ({ value: programme.id, label: programme.title_it })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, t, lang } = enterSignedIn(args, 'facilitator')
  const form = await readForm(args.request, createChapterSchema)
  if (!form.ok) return data(refusedForm(t, form), 422)
  const outcome = await createChapter(db, actor, form.value)
  if (!outcome.ok) {
    const typed = { ...form.value, number: String(form.value.number) }
    return data(refusedField('programme', t('manual.error.invalid'), typed), 422)
  }
  return redirect(`/${lang}/scrivania/testi/${outcome.documentId}.it`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (loaded ? pageMeta(loaded.head) : [])

export default function DeskNewChapter() {
  return <NewChapterPage programmes={useLoaderData<typeof loader>().programmes} answer={useActionData<typeof action>()} />
}
