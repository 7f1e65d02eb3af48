import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import type { TextRef } from '../access.ts'

type Name = TextRef & { version: string; name: string }

/** Names a version, which then stays as long as the text; an empty name takes the name away. Refusals: not-found. */
export async function nameVersion(db: Db, { documentId, lang, version, name }: Name): Promise<void> {
  const named = await db
    .updateTable('document_version')
    .set({ name: name === '' ? null : name })
    .where('id', '=', version)
    .where('document_id', '=', documentId)
    .where('lang', '=', lang)
    .returning('id')
    .executeTakeFirst()
  if (!named) throw new AppError('not-found')
}
