import type { Db } from '#db/connection.ts'
import type { Actor } from '#app/shared/actor.ts'
import { withdrawEditions } from '#app/documents/editions/withdraw-editions.server.ts'
import { type MoveOutcome, movePractice, type StepNote } from './move-practice.server.ts'

/** Puts a sheet away; its editions are withdrawn, nothing is deleted. A reason is required. Editors, and owners while it is a draft. */
export const archivePractice = (db: Db, actor: Actor, id: string, note: StepNote): Promise<MoveOutcome> =>
  movePractice(db, actor, id, 'archive', note, (trx, sheet) => withdrawEditions(trx, sheet.document_id))
