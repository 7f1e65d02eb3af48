import type { Db } from '#db/connection.ts'
import type { Actor } from '#app/shared/actor.ts'
import { type MoveOutcome, movePractice } from './move-practice.server.ts'

/** Hands a draft to the editors; again after changes were asked for. By the author, the lead body's people or an editor. */
export const submitPractice = (db: Db, actor: Actor, id: string, reason: string): Promise<MoveOutcome> =>
  movePractice(db, actor, id, 'submit', reason)
