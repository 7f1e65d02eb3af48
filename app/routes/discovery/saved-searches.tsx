import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeSavedSearch } from '#app/discovery/change-saved-search.server.ts'
import { saveSearch } from '#app/discovery/save-search.server.ts'
import { listSavedSearches } from '#app/discovery/saved-search.queries.server.ts'
import { savedSearchErrors, savedSearchForm } from '#app/discovery/saved-search.schema.ts'
import { savedNotices } from '#app/discovery/saved-search.ts'
import { type SavedRefusal, SavedSearchesView } from '#app/discovery/ui/saved-searches-view.tsx'
import { AppError } from '#app/shared/app-error.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

/** /scrivania/ricerche */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args)
  const { t, url } = entered
  return {
    head: headOf(entered, t('discovery.saved.title'), { noindex: true }),
    searches: await listSavedSearches(entered, entered.actor),
    notice: savedNotices.find((known) => known === url.searchParams.get('notice')),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, lang } = enterSignedIn(args)
  const back = (notice: (typeof savedNotices)[number]) => redirect(`/${lang}/scrivania/ricerche?notice=${notice}`, 303)
  const form = await readForm(args.request, savedSearchForm)
  if (!form.ok) {
    const error = savedSearchErrors.find((known) => known === form.problems.name)
    if (!error) throw new AppError('bad-request')
    return data({ error, typed: form.typed } satisfies SavedRefusal, 422)
  }
  if (form.value.intent === 'save') {
    const outcome = await saveSearch(db, actor, form.value)
    return back(outcome.ok ? 'saved' : outcome.reason)
  }
  await changeSavedSearch(db, actor, form.value)
  return back(form.value.intent === 'delete' ? 'deleted' : 'changed')
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function SavedSearches() {
  const { searches, notice } = useLoaderData<typeof loader>()
  return <SavedSearchesView searches={searches} notice={notice} refused={useActionData<typeof action>()} />
}
