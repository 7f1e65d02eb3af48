import type { Db } from '#db/connection.ts'
import type { Person } from '#app/shared/actor.ts'
import { enqueue } from '#app/shared/jobs.server.ts'
import { recordAct } from './audit.server.ts'
import { checkOwnPassword, type PasswordRefusal } from './check-own-password.server.ts'
import { isLastAdmin } from './last-admin.server.ts'
import { CLOSED_NAME } from './person.ts'
import { endSessionsOf } from './revoke-session.server.ts'

/**
 * Closes the actor's account for good: name, address, password, biography, memberships, enrolments, saved
 * searches, sessions, links and kept mails go; texts written together stay, without the name. Refusal: `last-admin`, and a wrong password.
 */
export async function closeAccount(
  db: Db,
  actor: Person,
  input: { current: string },
): Promise<{ ok: true } | { ok: false; reason: 'last-admin' } | PasswordRefusal> {
  const refusal = await checkOwnPassword(db, actor, input.current)
  if (refusal) return refusal
  return await db.transaction().execute(async (trx) => {
    if (await isLastAdmin(trx, actor.id)) return { ok: false, reason: 'last-admin' }
    await eraseTraces(trx, actor)
    await trx
      .updateTable('person')
      .set({
        // The domain .invalid never receives mail (RFC 2606); the id keeps it unique.
        email: `${actor.id}@closed.invalid`,
        name: CLOSED_NAME,
        password_hash: null,
        bio: '',
        listed: false,
        role: 'member',
        closed_at: new Date(),
      })
      .where('id', '=', actor.id)
      .execute()
    await endSessionsOf(trx, actor.id)
    // Editions carry their contributors' names: the documents' own job takes this one out.
    await enqueue(trx, 'forget-contributor', { personId: actor.id })
    await recordAct(trx, { actorId: actor.id, action: 'person.closed', subject: `person:${actor.id}` })
    return { ok: true }
  })
}

async function eraseTraces(trx: Db, { id, email }: Person): Promise<void> {
  await trx.deleteFrom('person_token').where('person_id', '=', id).execute()
  await trx
    .deleteFrom('membership')
    .where((row) => row.or([row('person_id', '=', id), row('invited_email', '=', email)]))
    .execute()
  await trx.deleteFrom('saved_search').where('person_id', '=', id).execute()
  await trx.deleteFrom('enrolment').where('person_id', '=', id).execute()
  await trx.deleteFrom('kept_mail').where('recipient', '=', email).execute()
}
