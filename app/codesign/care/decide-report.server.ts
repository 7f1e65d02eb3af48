import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { lockForFacilitation } from '../process/process.queries.server.ts'

/** Answers a report: the card stays, or is hidden; other reports of the same card are answered with it. Facilitators of the process. */
export async function decideReport(db: Db, actor: Person, processId: string, reportId: string, decided: 'kept' | 'hidden'): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockForFacilitation(trx, actor, processId)
    const report = await trx
      .selectFrom('contribution_report')
      .select(['id', 'contribution_id'])
      .where('id', '=', reportId)
      .where('process_id', '=', processId)
      .executeTakeFirst()
    if (!report) throw new AppError('not-found')
    await trx
      .updateTable('contribution_report')
      .set({ decided, decided_by: actor.id, decided_at: new Date() })
      .where('decided', 'is', null)
      .where((eb) =>
        eb.or([eb('id', '=', report.id), ...(report.contribution_id ? [eb('contribution_id', '=', report.contribution_id)] : [])]),
      )
      .execute()
    if (decided === 'hidden' && report.contribution_id)
      await trx
        .updateTable('contribution')
        .set({ state: 'hidden' })
        .where('id', '=', report.contribution_id)
        .where('state', 'in', ['shown', 'held'])
        .execute()
    await recordAct(trx, { actorId: actor.id, action: `report.${decided}`, subject: `report:${reportId}` })
  })
}
