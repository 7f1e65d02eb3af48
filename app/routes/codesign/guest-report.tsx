import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listCardsOnScreen, reportProblem } from '#app/codesign/answers/report-problem.server.ts'
import { ReportPage } from '#app/codesign/answers/ui/report-page.tsx'
import { enterHere } from '#app/codesign/join/enter-guest.server.ts'

/** /p/qui/segnala: says that something is wrong. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, here } = await enterHere(args)
  return { cards: await listCardsOnScreen(db, here) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, here, say } = await enterHere(args)
  const form = await args.request.formData()
  const [reason, card] = [form.get('reason'), form.get('card')]
  if (typeof reason !== 'string' || reason.trim() === '') return data({ thanks: false, problem: say('report.label') }, 422)
  if (!(await reportProblem(db, here, { reason, ...(typeof card === 'string' && { cardId: card }) })))
    return data({ thanks: false, problem: say('end.too-many.what') }, 429)
  return data({ thanks: true, problem: undefined })
}

export default function Report() {
  const { cards } = useLoaderData<typeof loader>()
  return <ReportPage cards={cards} {...(useActionData<typeof action>() ?? { thanks: false, problem: undefined })} />
}
