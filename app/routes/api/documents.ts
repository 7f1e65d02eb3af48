import type { LoaderFunctionArgs } from '@remix-run/node'
import { editableDocuments } from '#app/desk/editable-documents.server.ts'
import { answering, apiAnswer, readOnly } from '#app/discovery/api-answer.server.ts'
import { AppError } from '#app/shared/app-error.ts'
import { readingLanguage } from '#app/shared/http/reading-language.ts'

/** GET /api/v1/documents?editable=1: all the live documents this person may edit. Needs a session. */
export function loader({ request, context }: LoaderFunctionArgs) {
  return answering(context, async () => {
    if (context.actor.kind !== 'person') throw new AppError('sign-in-required', 'Sign in to list the documents you may edit')
    const site = `${context.origin}/${readingLanguage(request)}`
    const documents = await editableDocuments(context.db, context.actor)
    return apiAnswer(
      documents.map(({ name, lang, title, url, kind }) => ({ name, lang, title, url: `${site}${url}`, kind })),
      { personal: true },
    )
  })
}

export const action = readOnly
