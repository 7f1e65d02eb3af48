import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listChapters } from '#app/manual/chapter.queries.server.ts'
import { listManualEditions } from '#app/manual/manual-edition.queries.server.ts'
import { canWorkOnManual, canWriteChapter } from '#app/manual/manual.policy.ts'
import { CoverPage } from '#app/manual/ui/cover-page.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const { db, actor, t, origin, lang } = entered
  const [chapters, editions] = await Promise.all([listChapters(db, actor), listManualEditions(db)])
  return {
    head: headOf(entered, t('manual.title'), { description: t('manual.lead'), updatedOn: editions[0]?.publishedAt }),
    chapters: chapters.filter((chapter) => chapter.state === 'published'),
    inProgress: chapters.filter((chapter) => chapter.state !== 'published' && canWriteChapter(actor, chapter)),
    editions,
    address: `${origin}/${lang}/manuale`,
    works: canWorkOnManual(actor),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function Cover() {
  const { head: _head, ...page } = useLoaderData<typeof loader>()
  return <CoverPage {...page} />
}
