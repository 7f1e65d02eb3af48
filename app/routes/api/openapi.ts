import type { LoaderFunctionArgs } from '@remix-run/node'
import { apiAnswer, readOnly } from '#app/discovery/api-answer.server.ts'
import { openapi } from '#app/discovery/openapi.ts'

/** GET /api/v1/openapi.json */
export const loader = ({ context }: LoaderFunctionArgs) => apiAnswer(openapi(context.origin))

export const action = readOnly
