import type { Db } from '#db/connection.ts'
import type { Actor } from '#app/shared/actor.ts'
import { type MoveOutcome, movePractice, type StepNote } from './move-practice.server.ts'

/** Says that a submitted sheet is good to publish. Editors only. */
export const acceptPractice = (db: Db, actor: Actor, id: string, note: StepNote): Promise<MoveOutcome> =>
  movePractice(db, actor, id, 'accept', note)
