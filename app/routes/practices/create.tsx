import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { createPractice } from '#app/practices/create-practice.server.ts'
import { choicesForPage, formChoices } from '#app/practices/form-choices.server.ts'
import { canChooseType } from '#app/practices/practice.policy.ts'
import { readPracticeForm } from '#app/practices/practice-form.ts'
import { PracticeForm } from '#app/practices/ui/practice-form.tsx'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { Page } from '#app/shared/ui/page.tsx'

/** /scrivania/pratiche/nuova: the whole sheet as one form; the four short steps are at /buone-pratiche/proponi. */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args)
  const { db, t, lang, actor } = entered
  const choices = choicesForPage(await formChoices(db, t, lang))
  return { choices, editor: canChooseType(actor), head: headOf(entered, t('practices.create.whole'), { noindex: true }) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, t, lang } = enterSignedIn(args)
  const form = await args.request.formData()
  const answer = readPracticeForm(form, await formChoices(db, t, lang))
  if (!answer.ok) return data({ problems: answer.problems, typed: answer.typed }, 422)
  const outcome = await createPractice(db, actor, answer.input, answer.sections)
  // Chosen from a list that changed meanwhile: the next page shows the list as it is now.
  if (!outcome.ok) throw redirect(`/${lang}/scrivania/pratiche/nuova`, 303)
  return redirect(`/${lang}/scrivania/pratiche/${outcome.id}?notice=created`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function CreatePractice() {
  const { t } = useI18n()
  const { choices, editor } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Page
      title={t('practices.create.whole')}
      lead={t('practices.create.lead')}
      trail={[
        { path: '/scrivania', label: t('shared.desk') },
        { path: '/scrivania/pratiche', label: t('practices.desk.title') },
      ]}
    >
      <PracticeForm
        choices={choices}
        typed={refused?.typed ?? {}}
        problems={refused?.problems}
        editor={editor}
        submit={t('practices.create.submit')}
      />
    </Page>
  )
}
