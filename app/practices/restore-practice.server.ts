import type { Db } from '#db/connection.ts'
import type { Actor } from '#app/shared/actor.ts'
import { type MoveOutcome, movePractice, type StepNote } from './move-practice.server.ts'

/** Brings an archived sheet back as a draft. Editors only. */
export const restorePractice = (db: Db, actor: Actor, id: string, note: StepNote): Promise<MoveOutcome> =>
  movePractice(db, actor, id, 'restore', note)
