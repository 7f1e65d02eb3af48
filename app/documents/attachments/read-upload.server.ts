import {
  MaxPartSizeExceededError,
  unstable_createMemoryUploadHandler as createMemoryUploadHandler,
  unstable_parseMultipartFormData as parseMultipartFormData,
} from '@remix-run/node'
import { attachmentLimit } from './attachment.ts'

/** Fields and file of a posted form; 'too-large' when the file is, without reading it to its end. */
export async function readUpload(request: Request): Promise<{ fields: Record<string, string>; file: File | undefined } | 'too-large'> {
  if (Number(request.headers.get('Content-Length') ?? 0) > attachmentLimit + 100_000) return 'too-large'
  const multipart = request.headers.get('Content-Type')?.startsWith('multipart/form-data')
  const form = await (
    multipart ? parseMultipartFormData(request, createMemoryUploadHandler({ maxPartSize: attachmentLimit })) : request.formData()
  ).catch(tooLarge)
  if (!form) return 'too-large'
  const file = form.get('file')
  const fields = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return { fields: Object.fromEntries(fields), file: file instanceof File && file.size > 0 ? file : undefined }
}

/** The upload handler stops reading at its limit. */
function tooLarge(error: unknown): undefined {
  if (error instanceof MaxPartSizeExceededError) return undefined
  throw error
}
