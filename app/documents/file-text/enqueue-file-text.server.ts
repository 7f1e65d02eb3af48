import type { Db } from '#db/connection.ts'
import { enqueue } from '#app/shared/jobs.server.ts'

/** Call in the transaction that adds a file. A file without words costs one look. */
export const enqueueFileText = (trx: Db, fileId: string): Promise<void> =>
  enqueue(trx, 'read-file-text', { id: fileId }, { jobKey: `file-text:${fileId}`, maxAttempts: 5 })
