import {
  type ActionFunctionArgs,
  MaxPartSizeExceededError,
  unstable_createMemoryUploadHandler as createMemoryUploadHandler,
  unstable_parseMultipartFormData as parseMultipartFormData,
} from '@remix-run/node'
import { accessTo } from '#app/desk/document-access.server.ts'
import { allows, parseLiveName } from '#app/documents/access.ts'
import { imageLimit, saveImage } from '#app/documents/images/save-image.server.ts'
import { enter } from '#app/shared/http/enter.server.ts'

/** POST /:lang/scrivania/testi/:name/immagini with a form field `file`: keeps a picture for this text. Answers JSON. */
export async function action(args: ActionFunctionArgs) {
  const { db, env, actor, t, params } = enter(args)
  const name = params.name ?? ''
  const ref = parseLiveName(name)
  const refuse = (code: string, message: string, status: number) => Response.json({ error: { code, message } }, { status })
  if (!ref || actor.kind !== 'person' || !allows(await accessTo(db, actor, name), 'write'))
    return refuse('not-found', t('documents.image.notFound'), 404)
  const form = await parseMultipartFormData(args.request, createMemoryUploadHandler({ maxPartSize: imageLimit })).catch(tooLarge)
  const file = form?.get('file')
  if (!(file instanceof File)) return refuse('too-large', t('documents.image.tooLarge'), form ? 400 : 413)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const outcome = await saveImage(db, env.DATA_DIR, { documentId: ref.documentId, personId: actor.id, name: file.name, bytes })
  if (outcome.kind === 'refused')
    return refuse(outcome.reason, t(outcome.reason === 'too-large' ? 'documents.image.tooLarge' : 'documents.image.notAnImage'), 422)
  return Response.json({ src: outcome.src, width: outcome.width, height: outcome.height }, { status: 201 })
}

/** The upload handler stops reading at its limit. */
function tooLarge(error: unknown): undefined {
  if (error instanceof MaxPartSizeExceededError) return undefined
  throw error
}
