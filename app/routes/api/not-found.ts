import { apiAnswer } from '#app/discovery/api-answer.server.ts'

/** Any other address below /api: an answer a program can read, whatever the method. */
const answer = () =>
  apiAnswer({ error: { code: 'not-found', message: 'No such address in this API; see /api/v1/openapi.json' } }, { status: 404 })

export const loader = answer
export const action = answer
