import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { enter, enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { pick } from '#app/shared/languages.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { refusedForm } from '#app/training/answer.ts'
import { enrol } from '#app/training/enrol.server.ts'
import { leaveProgramme } from '#app/training/leave-programme.server.ts'
import { courseLinkedData } from '#app/training/linked-data.ts'
import { readProgrammePage } from '#app/training/programme-page.queries.server.ts'
import { enrolSchema } from '#app/training/training.schema.ts'
import { ProgrammePage } from '#app/training/ui/programme-page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const page = await readProgrammePage(entered.db, entered.actor, args.params.programme ?? '', entered.lang)
  const { programme, sessions } = page
  const title = pick(entered.lang, programme.title_it, programme.title_en).text
  const description = pick(entered.lang, programme.summary_it, programme.summary_en).text
  const head = headOf(entered, title, {
    description,
    noindex: programme.is_example || programme.published_at === null,
    updatedOn: page.updatedAt,
  })
  return { head, page, linkedData: courseLinkedData(programme, sessions, entered.origin, entered.lang) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, t, url } = enterSignedIn(args)
  const slug = args.params.programme ?? ''
  const form = await args.request.clone().formData()
  if (form.get('intent') === 'leave') {
    await leaveProgramme(db, actor, slug)
    return redirect(url.pathname, 303)
  }
  const given = await readForm(args.request, enrolSchema)
  if (!given.ok) return data(refusedForm(t, given), 422)
  const outcome = await enrol(db, actor, slug, given.value)
  if (outcome.ok || outcome.reason === 'already') return redirect(`${url.pathname}#iscrizione`, 303)
  const field = outcome.reason === 'unknown-territory' ? 'territory' : ''
  return data({ errors: { [field]: t(`training.enrol.error.${outcome.reason}`) }, typed: given.value }, 422)
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) =>
  loaded ? [...pageMeta(loaded.head), { 'script:ld+json': loaded.linkedData }] : []

export default function Programme() {
  const { page, head } = useLoaderData<typeof loader>()
  return <ProgrammePage {...page} path={head.path} answer={useActionData<typeof action>()} />
}
