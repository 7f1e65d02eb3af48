import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { reportProblem } from '#app/codesign/answers/report-problem.server.ts'
import { ReportPage } from '#app/codesign/answers/ui/report-page.tsx'
import { enterHere } from '#app/codesign/join/enter-guest.server.ts'

/** /p/qui/segnala: says that something is wrong. */
export async function loader(args: LoaderFunctionArgs) {
  await enterHere(args)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { db, here, say } = await enterHere(args)
  const reason = (await args.request.formData()).get('reason')
  if (typeof reason !== 'string' || reason.trim() === '') return data({ thanks: false, problem: say('report.label') }, 422)
  if (!(await reportProblem(db, here, { reason }))) return data({ thanks: false, problem: say('end.too-many.what') }, 429)
  return data({ thanks: true, problem: undefined })
}

export default function Report() {
  return <ReportPage {...(useActionData<typeof action>() ?? { thanks: false, problem: undefined })} />
}
