import type { Db } from '#db/connection.ts'
import type { Actor } from '#app/shared/actor.ts'
import { type MoveOutcome, movePractice } from './move-practice.server.ts'

/** Says that a submitted sheet is good to publish. Editors only. */
export const acceptPractice = (db: Db, actor: Actor, id: string, reason: string): Promise<MoveOutcome> =>
  movePractice(db, actor, id, 'accept', reason)
