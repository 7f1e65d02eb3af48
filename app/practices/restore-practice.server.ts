import type { Db } from '#db/connection.ts'
import type { Actor } from '#app/shared/actor.ts'
import { type MoveOutcome, movePractice } from './move-practice.server.ts'

/** Brings an archived sheet back as a draft. Editors only. */
export const restorePractice = (db: Db, actor: Actor, id: string, reason: string): Promise<MoveOutcome> =>
  movePractice(db, actor, id, 'restore', reason)
