import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import QRCode from 'qrcode'
import { z } from 'zod'
import { changeOwnSettings } from '#app/codesign/join/change-own-settings.server.ts'
import { enterHere } from '#app/codesign/join/enter-guest.server.ts'
import { groupedCode } from '#app/codesign/join/return-code.ts'
import { makeReturnCode } from '#app/codesign/join/return-code.server.ts'
import { ReturnCodePage } from '#app/codesign/join/ui/return-code-page.tsx'
import { SettingsPage } from '#app/codesign/join/ui/settings-page.tsx'
import { participantLanguages } from '#app/codesign/participant-languages.ts'

/** /p/qui/spazio: the name others see, language, credit, and the personal code. */
export async function loader(args: LoaderFunctionArgs) {
  const { here, url } = await enterHere(args)
  const { displayName, pseudonym, lang, credit, hasReturnCode } = here
  return { displayName, pseudonym, name: here.participant.name, lang, credit, hasReturnCode, saved: url.searchParams.has('salvato') }
}

const settings = z.object({
  displayName: z.string().max(200),
  lang: z.enum(participantLanguages),
  credit: z.enum(['pseudonym', 'none']),
})

/**
 * POST: saves the settings, or (`intent=code`) makes a personal code and shows it in the answer itself: it is kept
 * nowhere, so it cannot be shown on a page of its own.
 */
export async function action(args: ActionFunctionArgs) {
  const { db, here, say, origin } = await enterHere(args)
  const form = Object.fromEntries(await args.request.formData())
  if (form.intent === 'code') {
    const code = groupedCode(await makeReturnCode(db, here.participant.id))
    const qr = await QRCode.toDataURL(`${origin}/p/torna#${code}`, { margin: 2, errorCorrectionLevel: 'M', width: 448 })
    return data({ kind: 'code' as const, code, qr })
  }
  const read = settings.safeParse(form)
  const saved = read.success && (await changeOwnSettings(db, here, read.data))
  if (!saved)
    return data(
      { kind: 'refused' as const, problem: say('settings.nameProblem'), typed: String(form.displayName ?? '').slice(0, 200) },
      422,
    )
  return redirect('/p/qui/spazio?salvato=1', 303)
}

export default function Settings() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer?.kind === 'code') return <ReturnCodePage code={answer.code} qr={answer.qr} />
  return <SettingsPage {...page} refused={answer} />
}
