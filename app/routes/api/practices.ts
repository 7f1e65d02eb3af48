import type { LoaderFunctionArgs } from '@remix-run/node'
import { answering, apiAnswer, readOnly } from '#app/discovery/api-answer.server.ts'
import { apiPractices } from '#app/practices/api.queries.server.ts'
import { practiceTypes } from '#app/practices/practice.ts'
import { readingLanguage } from '#app/shared/http/reading-language.ts'

/** GET /api/v1/practices?type=&per_page=&cursor= */
export function loader({ request, context }: LoaderFunctionArgs) {
  const { db, origin } = context
  return answering(context, async () => {
    const params = new URL(request.url).searchParams
    const perPage = Number(params.get('per_page') ?? 20)
    const { practices, next } = await apiPractices(
      db,
      { lang: readingLanguage(request), origin },
      {
        type: practiceTypes.find((type) => type === params.get('type')),
        after: params.get('cursor') || undefined,
        perPage: Number.isInteger(perPage) && perPage >= 1 && perPage <= 100 ? perPage : 20,
      },
    )
    return apiAnswer({ practices, next })
  })
}

export const action = readOnly
