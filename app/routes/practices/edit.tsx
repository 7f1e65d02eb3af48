import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { editPractice } from '#app/practices/edit-practice.server.ts'
import { choicesForPage, formChoices } from '#app/practices/form-choices.server.ts'
import { canChooseType, canEdit } from '#app/practices/practice.policy.ts'
import { findPracticeById } from '#app/practices/practice.queries.server.ts'
import { readPracticeForm } from '#app/practices/practice-form.ts'
import { factsOf } from '#app/practices/practice-row.server.ts'
import { typedSheet } from '#app/practices/typed-sheet.server.ts'
import { EditView } from '#app/practices/ui/edit-view.tsx'
import { AppError } from '#app/shared/app-error.ts'
import { type Entered, enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

const textLangOf = ({ url }: Pick<Entered, 'url'>): 'it' | 'en' => (url.searchParams.get('testo') === 'en' ? 'en' : 'it')

/** /scrivania/pratiche/:id/modifica?testo=it|en */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args)
  const { db, actor, t, lang, params } = entered
  const sheet = await findPracticeById(db, actor, params.id ?? '')
  if (!sheet) throw new AppError('not-found')
  if (!canEdit(actor, factsOf(sheet))) throw new AppError('forbidden')
  const choices = await formChoices(db, t, lang)
  const textLang = textLangOf(entered)
  return {
    id: sheet.id,
    title: sheet.title_it,
    documentId: sheet.document_id,
    textLang,
    typed: await typedSheet(db, sheet, choices, textLang),
    choices: choicesForPage(choices),
    editor: canChooseType(actor),
    head: headOf(entered, t('practices.editTitle'), { noindex: true }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const entered = enterSignedIn(args)
  const { db, actor, t, lang, params } = entered
  const answer = readPracticeForm(await args.request.formData(), await formChoices(db, t, lang))
  if (!answer.ok) return data({ problems: answer.problems, typed: answer.typed }, 422)
  const outcome = await editPractice(db, actor, params.id ?? '', answer.input, { lang: textLangOf(entered), texts: answer.sections })
  if (!outcome.ok) throw redirect(`/${lang}/scrivania/pratiche/${params.id}/modifica`, 303)
  return redirect(`/${lang}/scrivania/pratiche/${params.id}?notice=saved`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function EditPractice() {
  return <EditView page={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
