import { fileTypeFromBuffer } from 'file-type'
import { storeFile } from '#app/shared/files/stored-file.server.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { encodePicture } from './encode-picture.server.ts'
import { fileNameOf } from './file-name.ts'

/** Bytes an upload may have. */
export const imageLimit = 20 * 1024 * 1024
const accepted = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'])

export type SavedImage = { id: string; src: string; width: number; height: number }
export type ImageOutcome = ({ kind: 'saved' } & SavedImage) | { kind: 'refused'; reason: 'too-large' | 'not-an-image' }

type SaveImage = { documentId: string; personId: string; name: string; bytes: Uint8Array }

/**
 * Keeps a picture for a text. The type is read from the bytes, never from the name; the picture is encoded anew, which
 * drops place, camera and whatever else it carried. The caller has checked that the person may write the text.
 */
export async function saveImage(db: Db, dataDir: string, { documentId, personId, name, bytes }: SaveImage): Promise<ImageOutcome> {
  if (bytes.byteLength > imageLimit) return { kind: 'refused', reason: 'too-large' }
  const type = await fileTypeFromBuffer(bytes)
  if (!type || !accepted.has(type.mime)) return { kind: 'refused', reason: 'not-an-image' }
  const encoded = await encodePicture(bytes)
  if (!encoded) return { kind: 'refused', reason: 'not-an-image' }
  const { sha256, size } = await storeFile(dataDir, encoded.data)
  const id = newId()
  const fileName = fileNameOf(name, encoded.extension, 'immagine')
  const { width, height, mediaType } = encoded
  const row = { id, sha256, size, name: fileName, media_type: mediaType, width, height, document_id: documentId, uploaded_by: personId }
  await db.insertInto('file').values(row).execute()
  return { kind: 'saved', id, src: `/file/${id}/${fileName}`, width, height }
}
