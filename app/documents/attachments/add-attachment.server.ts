import { fileTypeFromBuffer } from 'file-type'
import { recordAct } from '#app/people/audit.server.ts'
import { storeFile } from '#app/shared/files/stored-file.server.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { enqueueFileText } from '../file-text/enqueue-file-text.server.ts'
import { fileNameOf } from '../images/file-name.ts'
import { encodePicture } from '../images/encode-picture.server.ts'
import { attachmentKinds, attachmentLimit, mostAttachments } from './attachment.ts'

type Add = { documentId: string; personId: string; name: string; bytes: Uint8Array; title_it: string; title_en: string }
export type AddOutcome = { ok: true; fileId: string } | { ok: false; reason: 'too-large' | 'wrong-type' | 'too-many' }

/**
 * Adds a file to a text's draft, last in the list. The type is read from the bytes, never from the name; pictures are
 * encoded anew, which drops what they carried beside the picture. The caller has checked that the person may write the text.
 */
export async function addAttachment(db: Db, dataDir: string, { documentId, personId, name, bytes, ...titles }: Add): Promise<AddOutcome> {
  if (bytes.byteLength > attachmentLimit) return { ok: false, reason: 'too-large' }
  const found = await readable(bytes)
  if (!found) return { ok: false, reason: 'wrong-type' }
  const { sha256, size } = await storeFile(dataDir, found.bytes)
  return db.transaction().execute(async (trx): Promise<AddOutcome> => {
    await trx.selectFrom('document').select('id').where('id', '=', documentId).forUpdate().execute()
    const rows = await trx.selectFrom('attachment').select('position').where('document_id', '=', documentId).execute()
    if (rows.length >= mostAttachments) return { ok: false, reason: 'too-many' }
    const fileId = newId()
    const file = { id: fileId, sha256, size, name: fileNameOf(name, found.extension, 'allegato'), media_type: found.mediaType }
    await trx
      .insertInto('file')
      .values({ ...file, document_id: documentId, uploaded_by: personId })
      .execute()
    const position = Math.max(0, ...rows.map((row) => row.position + 1))
    await trx
      .insertInto('attachment')
      .values({ file_id: fileId, document_id: documentId, position, ...titles })
      .execute()
    await enqueueFileText(trx, fileId)
    await recordAct(trx, { actorId: personId, action: 'attachment.added', subject: `document:${documentId}`, detail: { size } })
    return { ok: true, fileId }
  })
}

/** The bytes to keep and what they are; undefined for everything that may not be attached. */
async function readable(bytes: Uint8Array): Promise<{ bytes: Uint8Array; mediaType: string; extension: string } | undefined> {
  const mediaType = (await fileTypeFromBuffer(bytes))?.mime ?? ''
  const kind = attachmentKinds[mediaType]
  if (!kind) return undefined
  if (!mediaType.startsWith('image/')) return { bytes, mediaType, extension: kind.extension }
  const picture = await encodePicture(bytes)
  return picture && { bytes: picture.data, mediaType: picture.mediaType, extension: picture.extension }
}
