import type { Db } from '#db/connection.ts'
import type { Actor } from '#app/shared/actor.ts'
import { type MoveOutcome, movePractice, type StepNote } from './move-practice.server.ts'

/** Sends a sheet back to its author; the reason says what to change and is required. Editors only. */
export const requestChanges = (db: Db, actor: Actor, id: string, note: StepNote): Promise<MoveOutcome> =>
  movePractice(db, actor, id, 'request-changes', note)
