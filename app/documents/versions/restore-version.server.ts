import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import type { TextRef } from '../access.ts'
import { inTransaction } from '../log/in-transaction.server.ts'
import { writeText } from '../log/write-text.server.ts'
import { keepVersion } from './keep-version.server.ts'
import { readVersion } from './version.queries.server.ts'

type Restore = TextRef & { version: string; personId: string }

/**
 * Makes the text read as it did in a version: one change like any other, seen at once by people who write. What stood
 * before stays in the history, and the restored text becomes a version of its own. Returns false when nothing differs.
 * Refusals: not-found.
 */
export function restoreVersion(db: Db, { documentId, lang, version, personId }: Restore): Promise<boolean> {
  const ref = { documentId, lang }
  return inTransaction(db, async (trx) => {
    const wanted = await readVersion(trx, ref, version)
    if (!wanted) throw new AppError('not-found')
    await keepVersion(trx, { ...ref, reason: 'time' })
    const changed = await writeText(trx, { ...ref, personId, change: () => wanted.content })
    if (changed) await keepVersion(trx, { ...ref, reason: 'restore' })
    return changed
  })
}
