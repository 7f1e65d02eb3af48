import type { Db } from '#db/connection.ts'
import type { Actor } from '#app/shared/actor.ts'
import { type MoveOutcome, movePractice, type StepNote } from './move-practice.server.ts'

/** Asks the owners whether a published sheet still holds; it stays public with a mark. Editors only. */
export const askReconfirm = (db: Db, actor: Actor, id: string, note: StepNote): Promise<MoveOutcome> =>
  movePractice(db, actor, id, 'ask-reconfirm', note)
