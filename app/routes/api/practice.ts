import type { LoaderFunctionArgs } from '@remix-run/node'
import { answering, apiAnswer, readOnly } from '#app/discovery/api-answer.server.ts'
import { apiPractice } from '#app/practices/api.queries.server.ts'
import { AppError } from '#app/shared/app-error.ts'
import { readingLanguage } from '#app/shared/http/reading-language.ts'

/** GET /api/v1/practices/{slug} */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  return answering(context, async () => {
    const practice = await apiPractice(context.db, { lang: readingLanguage(request), origin: context.origin }, params.slug ?? '')
    if (!practice) throw new AppError('not-found', 'There is no public sheet at this address')
    return apiAnswer(practice)
  })
}

export const action = readOnly
