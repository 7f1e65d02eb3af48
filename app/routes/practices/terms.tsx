import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { changeTerms } from '#app/themes/change-terms.server.ts'
import { countByTerm, listTerms } from '#app/themes/term.queries.server.ts'
import { TermsView } from '#app/themes/ui/terms-view.tsx'

/** /scrivania/termini */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'editor')
  const { db, t, url } = entered
  const [terms, counts] = await Promise.all([listTerms(db), countByTerm(db)])
  return {
    terms: terms.map((term) => ({ ...term, records: counts.get(term.id) ?? 0 })),
    saved: url.searchParams.get('notice') === 'saved',
    head: headOf(entered, t('themes.title'), { noindex: true }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, lang } = enterSignedIn(args, 'editor')
  const form = await args.request.formData()
  const outcome = await changeTerms(
    db,
    actor,
    Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
  )
  if (!outcome.ok) return data(outcome, 422)
  return redirect(`/${lang}/scrivania/termini?notice=saved`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function Terms() {
  const { terms, saved } = useLoaderData<typeof loader>()
  return <TermsView terms={terms} saved={saved} refused={useActionData<typeof action>()} />
}
