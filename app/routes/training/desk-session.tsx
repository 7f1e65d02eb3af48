import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AppError } from '#app/shared/app-error.ts'
import { doneOf } from '#app/shared/http/done-notice.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { changeSession } from '#app/training/change-session.server.ts'
import { sessionValues } from '#app/training/training-form-values.ts'
import { canPublishTraining } from '#app/training/training.policy.ts'
import { findProgramme, findSession, listTakeAways } from '#app/training/training.queries.server.ts'
import { DeskSession } from '#app/training/ui/desk-session.tsx'

async function find(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'facilitator')
  const programme = await findProgramme(entered.db, entered.actor, args.params.programme ?? '')
  const session = programme && (await findSession(entered.db, programme.id, args.params.session ?? ''))
  if (!programme || !session) throw new AppError('not-found')
  return { entered, programme, session }
}

export async function loader(args: LoaderFunctionArgs) {
  const { entered, programme, session } = await find(args)
  const { db, actor, t, url } = entered
  return {
    head: headOf(entered, `${t('training.desk.workOn')}: ${session.title_it}`, { noindex: true }),
    programme: { slug: programme.slug, title_it: programme.title_it },
    session,
    takeAways: await listTakeAways(db, actor, session.id),
    values: sessionValues(session),
    mayPublish: canPublishTraining(actor),
    done: doneOf(url),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { entered, session } = await find(args)
  const answer = await changeSession(entered, session.id, args.request)
  if ('refused' in answer) return data(answer, 422)
  return redirect(`${entered.url.pathname}?fatto=${answer.done}`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (loaded ? pageMeta(loaded.head) : [])

export default function DeskSessionRoute() {
  const { head: _head, ...page } = useLoaderData<typeof loader>()
  return <DeskSession {...page} answer={useActionData<typeof action>()} />
}
