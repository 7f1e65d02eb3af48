import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { enterHere } from '#app/codesign/join/enter-guest.server.ts'
import { findSeat, listTables } from '#app/codesign/tables/table.queries.server.ts'
import { takeSeat } from '#app/codesign/tables/take-seat.server.ts'
import { TablePage } from '#app/codesign/tables/ui/table-page.tsx'
import tableStyles from '#app/codesign/tables/ui/table.scss?url'
import { tableLineSchema, writeAtTable } from '#app/codesign/tables/write-at-table.server.ts'
import { accessTo } from '#app/desk/document-access.server.ts'
import { allows, liveName } from '#app/documents/access.ts'
import { readForEditing } from '#app/documents/read-for-editing.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: tableStyles }]

/** GET /p/qui/tavolo: the table one sits at with its text, or the tables to choose from. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, here } = await enterHere(args)
  const { participant, meetingId, ended } = here
  const seat = await findSeat(db, participant.id)
  const choices =
    meetingId && !ended ? (await listTables(db, meetingId)).map(({ id, title, seats, lang }) => ({ id, title, seats, lang })) : []
  const draft = seat && (await readForEditing(db, seat))
  if (!seat || !draft) return { name: participant.name, table: undefined, choices }
  const name = liveName(seat)
  const writes = !ended && allows(await accessTo(db, participant, name), 'write')
  const { id, title, prompt, lang } = seat
  return { name: participant.name, table: { id, title, prompt, lang, liveName: name, ...draft, writes }, choices }
}

/** POST: take a seat, or add a line to the table's text as a form without JavaScript does. */
export async function action(args: ActionFunctionArgs) {
  const { db, here, say } = await enterHere(args)
  const form = Object.fromEntries(await args.request.formData())
  if (here.ended || !here.meetingId) return redirect('/p/qui', 303)
  if (form.intent !== 'line') {
    await takeSeat(db, here.participant, here.meetingId, form.intent === 'any' ? undefined : String(form.seat))
    return redirect('/p/qui/tavolo', 303)
  }
  const line = tableLineSchema.safeParse(form)
  const seat = await findSeat(db, here.participant.id)
  if (!line.success || !seat) return data({ problem: say('table.empty'), typed: String(form.line ?? '').slice(0, 2_000) }, 422)
  await writeAtTable(db, here.participant, seat, line.data.line, here.lang)
  return redirect('/p/qui/tavolo', 303)
}

export default function Table() {
  const answer = useActionData<typeof action>()
  return <TablePage {...useLoaderData<typeof loader>()} problem={answer?.problem} typed={answer?.typed} />
}
