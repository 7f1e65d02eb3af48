import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { creditsIn } from '#app/codesign/ledger/ledger.queries.server.ts'
import { readChapterPage } from '#app/manual/chapter-page.queries.server.ts'
import { chapterLinkedData } from '#app/manual/linked-data.ts'
import { ChapterPage } from '#app/manual/ui/chapter-page.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pick } from '#app/shared/languages.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const { db, actor, lang, origin, t } = entered
  const page = await readChapterPage(db, actor, args.params.chapter ?? '', lang)
  const title = pick(lang, page.chapter.title_it, page.chapter.title_en).text
  const description = pick(lang, page.chapter.summary_it, page.chapter.summary_en).text
  const noindex = page.chapter.isExample || page.chapter.state !== 'published'
  const head = headOf(entered, `${title} · ${t('manual.title')}`, { description, noindex, updatedOn: page.edition?.publishedAt })
  // Neighbours meet at the door: the manual knows the text, co-design whose words are in it.
  const credits = await creditsIn(db, page.text ? [page.text.content] : [])
  return { head, page, credits, linkedData: chapterLinkedData(page, t('manual.title'), origin, lang) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [...pageMeta(data.head), { 'script:ld+json': data.linkedData }] : [])

export default function Chapter() {
  const { page, credits } = useLoaderData<typeof loader>()
  return <ChapterPage {...page} credits={credits} />
}
