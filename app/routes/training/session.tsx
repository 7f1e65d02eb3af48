import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { creditsIn } from '#app/codesign/ledger/ledger.queries.server.ts'
import { findPublicChapter } from '#app/manual/chapter.queries.server.ts'
import { ChapterLink } from '#app/manual/ui/chapter-link.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pick } from '#app/shared/languages.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { sessionLinkedData } from '#app/training/linked-data.ts'
import { readSessionPage } from '#app/training/session-page.queries.server.ts'
import { canEditTraining } from '#app/training/training.policy.ts'
import { SessionPage } from '#app/training/ui/session-page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const { db, actor, lang, origin } = entered
  const page = await readSessionPage(db, actor, { programme: args.params.programme, session: args.params.session }, lang)
  const { programme, session } = page
  const chapter = session.chapter_slug ? await findPublicChapter(db, session.chapter_slug) : undefined
  const title = pick(lang, session.title_it, session.title_en).text
  const description = pick(lang, session.summary_it, session.summary_en).text
  const head = headOf(entered, title, {
    description,
    noindex: programme.is_example || programme.published_at === null,
    updatedOn: page.updatedAt,
  })
  const linkedData = sessionLinkedData(programme, session, origin, lang)
  const texts = [page.text, ...page.takeAways.flatMap((takeAway) => takeAway.texts)].flatMap((text) => (text ? [text.content] : []))
  const voices = await creditsIn(db, texts)
  return { head, page, voices, chapter, linkedData, edits: canEditTraining(actor) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [...pageMeta(data.head), { 'script:ld+json': data.linkedData }] : [])

export default function Session() {
  const { page, voices, head, chapter, edits } = useLoaderData<typeof loader>()
  return <SessionPage {...page} voices={voices} path={head.path} edits={edits} chapter={chapter && <ChapterLink chapter={chapter} />} />
}
