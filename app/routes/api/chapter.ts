import type { LoaderFunctionArgs } from '@remix-run/node'
import { answering, apiAnswer, readOnly } from '#app/discovery/api-answer.server.ts'
import { apiChapter } from '#app/manual/api.queries.server.ts'
import { AppError } from '#app/shared/app-error.ts'
import { readingLanguage } from '#app/shared/http/reading-language.ts'

/** GET /api/v1/chapters/{slug} */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  return answering(context, async () => {
    const chapter = await apiChapter(context.db, { lang: readingLanguage(request), origin: context.origin }, params.slug ?? '')
    if (!chapter) throw new AppError('not-found', 'There is no public chapter at this address')
    return apiAnswer(chapter)
  })
}

export const action = readOnly
