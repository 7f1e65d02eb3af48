import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listCards } from '#app/codesign/answers/prompt.queries.server.ts'
import { GuestHome } from '#app/codesign/answers/ui/guest-home.tsx'
import { stateFor } from '#app/codesign/answers/state-for.ts'
import { enterHere } from '#app/codesign/join/enter-guest.server.ts'
import { findGuestProcess } from '#app/codesign/join/guest-process.queries.server.ts'

/** GET /p/qui: where a participant stands: their questions, and what else they can do. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, here, lang } = await enterHere(args)
  const [process, cards] = await Promise.all([
    findGuestProcess(db, here.participant.processId, lang),
    here.ended ? [] : listCards(db, here),
  ])
  const state = stateFor(here, cards)
  return { state, process, name: here.participant.name, ended: here.ended, hasReturnCode: here.hasReturnCode, cards }
}

export default function Home() {
  return <GuestHome {...useLoaderData<typeof loader>()} />
}
