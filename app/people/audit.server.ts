import type { Db } from '#db/connection.ts'

type Entry = {
  /** Who did it; null for the machine and for people without an account. */
  actorId: string | null
  /** What, e.g. `person.role-changed`. */
  action: string
  /** To which thing, as `type:id`. */
  subject: string
  /** Facts without content or secrets: states, roles, counts. */
  detail?: Record<string, string | number | boolean>
}

/** Appends to the audit trail, in the caller's transaction. */
export async function recordAct(trx: Db, { actorId, action, subject, detail = {} }: Entry): Promise<void> {
  await trx
    .insertInto('audit_entry')
    .values({ actor_id: actorId, action, subject, detail: JSON.stringify(detail) })
    .execute()
}
