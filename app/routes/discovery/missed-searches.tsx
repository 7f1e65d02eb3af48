import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { handleMissedSearch } from '#app/discovery/handle-missed-search.server.ts'
import { listMissedSearches } from '#app/discovery/missed-search.queries.server.ts'
import { MissedSearchesView } from '#app/discovery/ui/missed-searches-view.tsx'
import { AppError } from '#app/shared/app-error.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

const form = z.object({ id: z.uuid(), intent: z.enum(['handle', 'reopen']) })

/** /scrivania/ricerche-senza-risultati */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'editor')
  const { db, t, url } = entered
  return {
    head: headOf(entered, t('discovery.missed.title'), { noindex: true }),
    searches: await listMissedSearches(db),
    saved: url.searchParams.get('notice') === 'saved',
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, lang } = enterSignedIn(args, 'editor')
  const sent = await readForm(args.request, form)
  if (!sent.ok) throw new AppError('bad-request')
  await handleMissedSearch(db, actor, { id: sent.value.id, handled: sent.value.intent === 'handle' })
  return redirect(`/${lang}/scrivania/ricerche-senza-risultati?notice=saved`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function MissedSearches() {
  return <MissedSearchesView {...useLoaderData<typeof loader>()} />
}
