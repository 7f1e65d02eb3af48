import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { practiceEditionPage } from '#app/practices/edition-page.server.ts'
import { findPractice } from '#app/practices/practice.queries.server.ts'
import { pathOf } from '#app/practices/practice.ts'
import { EditionView } from '#app/practices/ui/edition-view.tsx'
import { AppError } from '#app/shared/app-error.ts'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

/** /buone-pratiche/:slug/edizioni/:n, and the same for pacts and projects; `?differenze=1` compares with the one before. */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const { db, actor, lang, params, url, t } = entered
  const { slug = '', n: number = '' } = params
  const found = await findPractice(db, actor, slug)
  if (!found) throw new AppError('not-found')
  const home =
    'moved' in found ? url.pathname.slice(3).replace(`/${slug}/`, `/${found.moved}/`) : `${pathOf(found.sheet)}/edizioni/${number}`
  if (`/${lang}${home}` !== url.pathname || 'moved' in found) throw redirect(`/${lang}${home}${url.search}`, 301)
  const edition = await practiceEditionPage(db, found.sheet, { number, lang, differences: url.searchParams.get('differenze') === '1' })
  const title = `${edition.title.text} (${t('practices.edition', { n: edition.number })})`
  // The sheet itself is what search engines of others should find.
  return { edition, head: headOf(entered, title, { noindex: true, updatedOn: edition.publishedAt }) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function PracticeEditionRoute() {
  return <EditionView edition={useLoaderData<typeof loader>().edition} />
}
