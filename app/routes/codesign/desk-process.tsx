import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readLedger } from '#app/codesign/ledger/ledger.queries.server.ts'
import { isParticipantLang } from '#app/codesign/participant-languages.ts'
import { changeProcess } from '#app/codesign/process/change-process.server.ts'
import { readDeskProcess } from '#app/codesign/process/desk-page.queries.server.ts'
import { findFollowed } from '#app/codesign/process/process.queries.server.ts'
import { DeskProcess } from '#app/codesign/process/ui/desk-process.tsx'
import { doneOf } from '#app/shared/http/done-notice.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args)
  const { db, actor, t, url, params } = entered
  const page = await readDeskProcess(db, actor, params.process ?? '')
  const wanted = url.searchParams.get('lingua')
  return {
    head: headOf(entered, `${t('codesign.desk.title')}: ${page.texts[0]?.title ?? ''}`, { noindex: true }),
    page,
    ledger: (await readLedger(db, page.process.id)).map((entry) => ({
      contributionId: entry.contributionId,
      idea: entry.idea,
      ideaLang: entry.ideaLang,
      lang: entry.lang,
      now: entry.now.map((passage) => passage.block),
      edition: entry.edition,
      withdrawn: entry.removedAt !== null,
    })),
    words: isParticipantLang(wanted) ? wanted : ('it' as const),
    saved: doneOf(url) === 'saved',
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, t, url, params } = enterSignedIn(args)
  const process = await findFollowed(db, actor, params.process ?? '')
  const answer = await changeProcess({ db, actor, t }, process.id, args.request)
  if (!answer.ok) return data(answer, 422)
  url.searchParams.set('fatto', 'saved')
  return redirect(url.pathname + url.search, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (loaded ? pageMeta(loaded.head) : [])

export default function DeskProcessRoute() {
  const { page, ledger, words, saved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <DeskProcess data={page} ledger={ledger} words={words} saved={saved && !answer} refused={answer && !answer.ok ? answer : undefined} />
  )
}
