import type { LoaderFunctionArgs } from '@remix-run/node'
import { answering, apiAnswer, readOnly } from '#app/discovery/api-answer.server.ts'
import { apiChapters } from '#app/manual/api.queries.server.ts'
import { readingLanguage } from '#app/shared/http/reading-language.ts'

/** GET /api/v1/chapters */
export function loader({ request, context }: LoaderFunctionArgs) {
  return answering(context, async () =>
    apiAnswer(await apiChapters(context.db, { lang: readingLanguage(request), origin: context.origin })),
  )
}

export const action = readOnly
