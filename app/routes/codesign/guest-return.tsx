import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { enterGuest } from '#app/codesign/join/enter-guest.server.ts'
import { returnByCode } from '#app/codesign/join/return-code.server.ts'
import { ReturnPage } from '#app/codesign/join/ui/return-page.tsx'

/** /p/torna: comes back with the personal code. The QR's code stands after `#`, which no server sees. */
export async function loader(args: LoaderFunctionArgs) {
  const { here } = await enterGuest(args)
  return { name: here?.participant.name }
}

export async function action(args: ActionFunctionArgs) {
  const { db, ip, secure, say } = await enterGuest(args)
  const typed = (await args.request.formData()).get('codice')
  const returned = await returnByCode(db, typeof typed === 'string' ? typed : '', { ip, secure })
  if (returned.ok) return redirect('/p/qui/risposte', { status: 303, headers: { 'Set-Cookie': returned.cookie } })
  return data(
    { problem: returned.reason === 'wrong' ? say('return.wrong') : say('end.too-many.what') },
    returned.reason === 'wrong' ? 422 : 429,
  )
}

export default function Return() {
  return <ReturnPage {...useLoaderData<typeof loader>()} problem={useActionData<typeof action>()?.problem} />
}
