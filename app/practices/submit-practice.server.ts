import type { Db } from '#db/connection.ts'
import type { Actor } from '#app/shared/actor.ts'
import { type MoveOutcome, movePractice, type StepNote } from './move-practice.server.ts'

/** Hands a draft to the editors; again after changes were asked for. By the author, the lead body's people or an editor. */
export const submitPractice = (db: Db, actor: Actor, id: string, note: StepNote): Promise<MoveOutcome> =>
  movePractice(db, actor, id, 'submit', note)
