import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readBoardPage } from '#app/codesign/board/board-page.server.ts'
import { changeBoard } from '#app/codesign/board/change-board.server.ts'
import { findBoard } from '#app/codesign/board/read-board.server.ts'
import boardStyles from '#app/codesign/board/ui/board.scss?url'
import { Board } from '#app/codesign/board/ui/board.tsx'
import { accessTo } from '#app/desk/document-access.server.ts'
import { editableDocuments } from '#app/desk/editable-documents.server.ts'
import type { Actor } from '#app/shared/actor.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pick } from '#app/shared/languages.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'
import type { Db } from '#db/connection.ts'

export const handle = { hydrate: true }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: boardStyles }]

/** The facilitator's board ("regia") of one meeting. */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args)
  const { db, actor, lang, origin, params, url } = entered
  const where = { slug: params.process ?? '', meetingId: params.meeting ?? '', lang, origin }
  const board = await readBoardPage(db, actor, where, url.searchParams.get('domanda') ?? undefined)
  const title = pick(lang, board.meeting.title_it, board.meeting.title_en).text
  return {
    head: headOf(entered, `${entered.t('codesign.board.title')}: ${title}`, { noindex: true }),
    board: { ...board, targets: await targetsFor(db, actor) },
    openCard: url.searchParams.get('scheda'),
  }
}

/** Texts a card or a table may be put into: co-design texts, chapters, take-aways and sessions the actor may write, the newest first. */
async function targetsFor(db: Db, actor: Actor) {
  const documents = await editableDocuments(db, actor, { limit: 60, kinds: ['process', 'chapter', 'take-away', 'session'] })
  return documents.map(({ name, title, lang, kind }) => ({ name, title, lang, kind }))
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, params, url } = enterSignedIn(args)
  const { process, meeting } = await findBoard(db, actor, params.process ?? '', params.meeting ?? '')
  const accessOf = (name: string) => accessTo(db, actor, name)
  const answer = await changeBoard(db, actor, { processId: process.id, meetingId: meeting.id }, args.request, accessOf)
  if (!answer.ok) return data(answer, 422)
  // A page without JavaScript goes on by a redirect; the hydrated one stays where it is.
  return args.request.headers.get('Sec-Fetch-Mode') === 'cors' ? data(answer) : redirect(url.pathname + url.search, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (loaded ? pageMeta(loaded.head) : [])

export default function BoardRoute() {
  const { board, openCard } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <Board board={board} openCard={openCard} refusal={answer && !answer.ok ? answer.refusal : undefined} />
}
