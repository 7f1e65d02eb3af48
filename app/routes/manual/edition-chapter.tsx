import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readEditionChapterPage } from '#app/manual/edition-page.queries.server.ts'
import { EditionChapterPage } from '#app/manual/ui/edition-page.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const { version = '', chapter = '' } = args.params
  const page = await readEditionChapterPage(entered.db, version, chapter, entered.lang)
  // The current chapter is what search engines should find; old editions are for people who follow a link.
  const head = headOf(entered, `${page.pinned.title} (${version})`, {
    description: page.pinned.summary,
    noindex: true,
    updatedOn: page.edition.publishedAt,
  })
  return { head, page }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function EditionChapter() {
  return <EditionChapterPage {...useLoaderData<typeof loader>().page} />
}
