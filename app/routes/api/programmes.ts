import type { LoaderFunctionArgs } from '@remix-run/node'
import { answering, apiAnswer, readOnly } from '#app/discovery/api-answer.server.ts'
import { apiProgrammes } from '#app/training/api.queries.server.ts'
import { readingLanguage } from '#app/shared/http/reading-language.ts'

/** GET /api/v1/programmes */
export function loader({ request, context }: LoaderFunctionArgs) {
  return answering(context, async () =>
    apiAnswer(await apiProgrammes(context.db, { lang: readingLanguage(request), origin: context.origin })),
  )
}

export const action = readOnly
