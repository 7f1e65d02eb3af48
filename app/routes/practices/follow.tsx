import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { followPage } from '#app/practices/follow-page.server.ts'
import { moveInput } from '#app/practices/practice.schema.ts'
import { takeStep } from '#app/practices/take-step.server.ts'
import { FollowView } from '#app/practices/ui/follow-view.tsx'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

const notices = ['created', 'saved', 'moved'] as const

/** /scrivania/pratiche/:id */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args)
  const { db, actor, params, url } = entered
  const practice = await followPage(db, actor, params.id ?? '')
  const notice = notices.find((known) => known === url.searchParams.get('notice'))
  return { practice, notice, head: headOf(entered, practice.title, { noindex: true }) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, params, lang, appUrl } = enterSignedIn(args)
  const form = await readForm(args.request, moveInput)
  if (!form.ok) return data({ refused: 'reason-too-long' as const, reason: form.typed.reason ?? '' }, 422)
  const { move, reason } = form.value
  const outcome = await takeStep(db, actor, params.id ?? '', move, { reason, appUrl })
  if (!outcome.ok) return data({ refused: outcome.reason, reason }, outcome.reason === 'out-of-turn' ? 409 : 422)
  return redirect(`/${lang}/scrivania/pratiche/${params.id}?notice=moved`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function FollowPractice() {
  const { practice, notice } = useLoaderData<typeof loader>()
  return <FollowView practice={practice} notice={notice} refused={useActionData<typeof action>()} />
}
