import type { Db } from '#db/connection.ts'
import type { Actor } from '#app/shared/actor.ts'
import { type MoveOutcome, movePractice } from './move-practice.server.ts'

/** Asks the owners whether a published sheet still holds; it stays public with a mark. Editors only. */
export const askReconfirm = (db: Db, actor: Actor, id: string, reason: string): Promise<MoveOutcome> =>
  movePractice(db, actor, id, 'ask-reconfirm', reason)
