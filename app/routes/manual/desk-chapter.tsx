import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refusedForm } from '#app/manual/answer.ts'
import { chapterValues } from '#app/manual/chapter-values.ts'
import { findChapter } from '#app/manual/chapter.queries.server.ts'
import { editChapter } from '#app/manual/edit-chapter.server.ts'
import { chapterSchema } from '#app/manual/manual.schema.ts'
import { EditChapterPage } from '#app/manual/ui/chapter-forms.tsx'
import { AppError } from '#app/shared/app-error.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'facilitator')
  const chapter = await findChapter(entered.db, entered.actor, args.params.chapter ?? '')
  if (!chapter) throw new AppError('not-found')
  return { head: headOf(entered, chapter.title_it, { noindex: true }), title: chapter.title_it, values: chapterValues(chapter) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, t, lang } = enterSignedIn(args, 'facilitator')
  const form = await readForm(args.request, chapterSchema)
  if (!form.ok) return data(refusedForm(t, form), 422)
  await editChapter(db, actor, args.params.chapter ?? '', form.value)
  return redirect(`/${lang}/scrivania/manuale?fatto=saved`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (loaded ? pageMeta(loaded.head) : [])

export default function DeskChapterRoute() {
  const { title, values } = useLoaderData<typeof loader>()
  return <EditChapterPage title={title} values={values} answer={useActionData<typeof action>()} />
}
