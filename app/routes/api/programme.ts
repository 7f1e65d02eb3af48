import type { LoaderFunctionArgs } from '@remix-run/node'
import { answering, apiAnswer, readOnly } from '#app/discovery/api-answer.server.ts'
import { apiProgramme } from '#app/training/api.queries.server.ts'
import { AppError } from '#app/shared/app-error.ts'
import { readingLanguage } from '#app/shared/http/reading-language.ts'

/** GET /api/v1/programmes/{slug} */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  return answering(context, async () => {
    const programme = await apiProgramme(context.db, { lang: readingLanguage(request), origin: context.origin }, params.slug ?? '')
    if (!programme) throw new AppError('not-found', 'There is no public programme at this address')
    return apiAnswer(programme)
  })
}

export const action = readOnly
