import type { Db } from '#db/connection.ts'
import type { Actor } from '#app/shared/actor.ts'
import { type MoveOutcome, movePractice } from './move-practice.server.ts'

/** Takes a sheet off the public pages; its editions stay. A reason is required. Editors only. */
export const unpublishPractice = (db: Db, actor: Actor, id: string, reason: string): Promise<MoveOutcome> =>
  movePractice(db, actor, id, 'unpublish', reason)
