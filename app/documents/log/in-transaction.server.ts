import type { Db } from '#db/connection.ts'

/** Runs in the caller's transaction when there is one, else in its own: verbs compose. */
export const inTransaction = <T>(db: Db, run: (trx: Db) => Promise<T>): Promise<T> =>
  db.isTransaction ? run(db) : db.transaction().execute((trx) => run(trx))
