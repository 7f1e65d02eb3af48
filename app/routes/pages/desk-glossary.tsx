import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { filterTerms } from '#app/glossary/filter-terms.ts'
import { listKeptTerms } from '#app/glossary/glossary.queries.server.ts'
import { GlossaryDeskPage } from '#app/glossary/ui/glossary-desk-page.tsx'
import { listSearch } from '#app/shared/form-fields.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

/** /scrivania/glossario */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'editor')
  const query = listSearch.parse(entered.url.searchParams.get('q') ?? '')
  const done = (['saved', 'removed'] as const).find((kind) => kind === entered.url.searchParams.get('fatto'))
  return {
    head: headOf(entered, entered.t('glossary.desk.title'), { noindex: true }),
    terms: filterTerms(await listKeptTerms(entered.db), query),
    query,
    done,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function DeskGlossary() {
  return <GlossaryDeskPage {...useLoaderData<typeof loader>()} />
}
