import type { Db } from '#db/connection.ts'
import { lockOwnProposal, type Writer } from './proposal.queries.server.ts'

/** Erases a proposal for whoever wrote it: words, address and code. One that became a sheet keeps the sheet, without the address. */
export async function withdrawProposal(db: Db, writer: Writer): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const proposal = await lockOwnProposal(trx, writer)
    if (proposal) await trx.deleteFrom('practice_proposal').where('id', '=', proposal.id).execute()
  })
}
