import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readEditionPage } from '#app/manual/edition-page.queries.server.ts'
import { EditionPage } from '#app/manual/ui/edition-page.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pick } from '#app/shared/languages.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const page = await readEditionPage(entered.db, args.params.version ?? '', entered.lang)
  const { edition } = page
  const title = entered.t('manual.edition.title', { version: edition.version })
  const description = pick(entered.lang, edition.note_it, edition.note_en).text
  return { head: headOf(entered, title, { description, updatedOn: edition.publishedAt }), page }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function Edition() {
  return <EditionPage {...useLoaderData<typeof loader>().page} />
}
