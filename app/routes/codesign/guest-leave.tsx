import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { enterGuest } from '#app/codesign/join/enter-guest.server.ts'
import { leaveProcess } from '#app/codesign/join/leave-process.server.ts'
import { endParticipantSession } from '#app/codesign/join/participant-session.server.ts'
import { LeavePage } from '#app/codesign/join/ui/leave-page.tsx'

/** /p/esci: leaves this device, or the process for good. Afterwards nothing of it is on the device. */
export async function loader(args: LoaderFunctionArgs) {
  const { here } = await enterGuest(args)
  return { inside: here !== undefined, hasReturnCode: here?.hasReturnCode ?? false }
}

export async function action(args: ActionFunctionArgs) {
  const { db, here, secure, lang } = await enterGuest(args)
  const everything = (await args.request.formData()).get('intent') === 'everything'
  const cookie =
    here && everything ? await leaveProcess(db, here, { secure }) : await endParticipantSession(db, here?.participant.id, { secure })
  // What the browser kept of these pages goes too; other cookies of the site stay.
  return redirect(`/p/esci?l=${lang}`, { status: 303, headers: { 'Set-Cookie': cookie, 'Clear-Site-Data': '"cache"' } })
}

export default function Leave() {
  return <LeavePage {...useLoaderData<typeof loader>()} />
}
