import { sql } from 'kysely'
import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { announceToParticipants } from '../board/announce-to-participants.server.ts'
import { createJoinCode } from '../join/create-join-code.server.ts'
import { lockForFacilitation } from '../process/process.queries.server.ts'
import { hideCardsOf } from './hide-all-of.server.ts'
import { revertWords } from '../tables/revert-words.server.ts'

export type Raid = {
  codeId: string
  /** Whoever came in by the code with this place in the order of joining, or a later one (participant.join_order). */
  sinceOrder: number
  /** Only who posted this many cards or more: people who came in meanwhile and answered once stay. */
  atLeastCards?: number
  /** People the facilitator knows: they stay whatever the rest says. */
  keep?: readonly string[]
}
export type Contained = { code: string; blocked: number; hidden: number }

/**
 * Contains a raid in one act: the code lets nobody in any more, everybody who came in by it since the chosen moment (and
 * posted that many cards, and is not among those to keep) is blocked and what they posted is hidden, and a fresh code
 * stands at once. The others are carried over to the fresh code: they go on writing without noticing, and what they
 * wrote stays. Facilitators of the process.
 */
export async function containRaid(db: Db, actor: Person, processId: string, raid: Raid): Promise<Contained> {
  const { codeId, sinceOrder, atLeastCards = 0, keep = [] } = raid
  const contained = await db.transaction().execute(async (trx) => {
    await lockForFacilitation(trx, actor, processId)
    const old = await trx
      .updateTable('join_code')
      .set({ revoked_at: new Date() })
      .where('id', '=', codeId)
      .where('process_id', '=', processId)
      .returning(['id', 'meeting_id', 'capacity', 'expires_at'])
      .executeTakeFirst()
    if (!old) throw new AppError('not-found')
    const raiders = await trx
      .updateTable('participant')
      .set({ blocked_at: new Date() })
      .where('join_code_id', '=', codeId)
      .where('join_order', '>=', sinceOrder)
      .$if(keep.length > 0, (query) => query.where('id', 'not in', keep))
      .$if(atLeastCards > 0, (query) => query.where(hasPosted(atLeastCards)))
      .returning('id')
      .execute()
    const ids = raiders.map(({ id }) => id)
    const hidden = await hideCardsOf(trx, ids)
    await revertWords(trx, ids)
    const fresh = await createJoinCode(trx, {
      processId,
      ...(old.meeting_id && { meetingId: old.meeting_id }),
      capacity: old.capacity,
      expiresAt: old.expires_at,
      createdBy: actor.id,
    })
    await trx
      .updateTable('participant')
      .set({ join_code_id: fresh.id })
      .where('join_code_id', '=', codeId)
      .where('blocked_at', 'is', null)
      .execute()
    await announceToParticipants(trx, ids)
    const detail = { blocked: ids.length, hidden }
    await recordAct(trx, { actorId: actor.id, action: 'raid.contained', subject: `process:${processId}`, detail })
    return { code: fresh.code, ids, hidden }
  })
  // Posts that were under way while the transaction ran were let in before the block was seen: they go as well.
  const late = await hideCardsOf(db, contained.ids)
  return { code: contained.code, blocked: contained.ids.length, hidden: contained.hidden + late }
}

/** Withdrawn and hidden cards count as well: who posts and takes back is no quieter. */
const hasPosted = (cards: number) => sql<boolean>`(select count(*) from contribution c where c.participant_id = participant.id) >= ${cards}`
