import type { LoaderFunctionArgs } from '@remix-run/node'
import { answering, apiAnswer, readOnly } from '#app/discovery/api-answer.server.ts'
import { searchAnswer } from '#app/discovery/search-answer.server.ts'
import { readingLanguage } from '#app/shared/http/reading-language.ts'

/** GET /api/v1/search */
export function loader({ request, context }: LoaderFunctionArgs) {
  const { db, search, actor, origin } = context
  return answering(context, async () => {
    const answer = await searchAnswer({
      db,
      search,
      actor,
      origin,
      lang: readingLanguage(request),
      params: new URL(request.url).searchParams,
    })
    return apiAnswer(answer, { personal: actor.kind === 'person' })
  })
}

export const action = readOnly
