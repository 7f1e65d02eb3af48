import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerPage } from '#app/about/answer-page.server.ts'
import { pageAnswerSchema } from '#app/about/page-answer.ts'
import { UsefulForm } from '#app/about/ui/useful-form.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { localPath } from '#app/shared/http/local-path.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { Page } from '#app/shared/ui/page.tsx'

/** /utile: where the question at the foot of pages is posted; seen only when an answer was refused. */
export function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  return { head: headOf(entered, entered.t('about.useful.title'), { noindex: true }) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, ip, lang, t } = enter(args)
  const form = await readForm(args.request, pageAnswerSchema)
  if (!form.ok) {
    const { comment = '', back = '' } = form.typed
    const page = form.problems.page ? '/' : (form.typed.page ?? '/')
    return data({ page, back, comment, error: t(form.problems.comment ? 'about.useful.tooLong' : 'about.useful.choose') }, 422)
  }
  const { page, back, comment } = form.value
  // The day in UTC is exact enough for what is told about it: nothing finer is kept.
  const outcome = await answerPage(db, form.value, { lang, ip, day: new Date().toISOString().slice(0, 10) })
  if (!outcome.ok) return data({ page, back, comment, error: t('about.useful.tooMany', { minutes: outcome.minutes }) }, 429)
  const next = new URL(localPath(back, `/${lang}${page === '/' ? '' : page}`), 'http://here.invalid')
  next.searchParams.set('utile', 'grazie')
  return redirect(`${next.pathname}${next.search}#utile`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function Useful() {
  const { t } = useI18n()
  const { head } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Page title={head.title} lead={t('about.useful.lead')}>
      <UsefulForm {...(refused ?? { page: '/', back: '' })} />
    </Page>
  )
}
