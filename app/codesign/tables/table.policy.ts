import type { Actor } from '#app/shared/actor.ts'
import { canFacilitate, canFollow, type ProcessFacts } from '../process/process.policy.ts'

/** What policies need to know of a table. `open`: neither it nor its meeting is locked or closed, and the process runs. */
export type TableFacts = { id: string; processId: string; open: boolean; process: ProcessFacts }

/** Those who sit at it write while it is open; those who run the process always. */
export const canWriteTable = (actor: Actor, table: TableFacts): boolean =>
  actor.kind === 'participant' ? table.open && sitsAt(actor, table) : canFacilitate(actor, table.process)

/** Those who sit at it go on reading when it is closed; of others, those who follow the process. */
export const canReadTable = (actor: Actor, table: TableFacts): boolean =>
  actor.kind === 'participant' ? sitsAt(actor, table) : canFollow(actor, table.process)

const sitsAt = (actor: Extract<Actor, { kind: 'participant' }>, table: TableFacts): boolean =>
  actor.processId === table.processId && actor.tableId === table.id
