import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { UnsubscribeView } from '#app/discovery/ui/unsubscribe-view.tsx'
import { peekUnsubscribe, unsubscribe } from '#app/discovery/unsubscribe.server.ts'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

/** /avvisi/disiscrizione?token=… from a mail; nobody signs in for it. */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const { db, t, url } = entered
  const stops = await peekUnsubscribe(db, url.searchParams.get('token') ?? '')
  return { head: headOf(entered, t('discovery.stop.title'), { noindex: true }), stops }
}

/** From the page's button, or from a mail program in one click (RFC 8058), which follows no redirect: hence none. */
export async function action(args: ActionFunctionArgs) {
  const { db, url } = enter(args)
  const stopped = await unsubscribe(db, url.searchParams.get('token') ?? '')
  return data({ done: stopped !== undefined }, stopped ? 200 : 404)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function Unsubscribe() {
  const { stops } = useLoaderData<typeof loader>()
  return <UnsubscribeView stops={stops} done={useActionData<typeof action>()?.done ?? false} />
}
