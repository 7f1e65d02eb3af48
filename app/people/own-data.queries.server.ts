import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'

/** Everything the house keeps about a person, for the export of their own data (GDPR art. 15 and 20). No secrets. */
export async function readOwnData(db: Db, personId: string) {
  const person = await db
    .selectFrom('person')
    .select(['id', 'email', 'name', 'role', 'locale', 'bio', 'listed', 'email_confirmed_at', 'created_at'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const memberships = await db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['organisation.name', 'membership.role', 'membership.state', 'membership.created_at', 'membership.decided_at'])
    .where('membership.person_id', '=', personId)
    .execute()
  const enrolments = await db
    .selectFrom('enrolment')
    .innerJoin('programme', 'programme.id', 'enrolment.programme_id')
    .select(['programme.title_it as programme', 'enrolment.body', 'enrolment.territory_id', 'enrolment.created_at', 'enrolment.ended_at'])
    .where('enrolment.person_id', '=', personId)
    .execute()
  const texts = await db
    .selectFrom('document_contributor')
    .innerJoin('document', 'document.id', 'document_contributor.document_id')
    .select(['document.id', 'document.kind', 'document_contributor.lang', 'document_contributor.first_at', 'document_contributor.last_at'])
    .where('document_contributor.person_id', '=', personId)
    .execute()
  const sessions = await db
    .selectFrom('session')
    .select(['created_at', 'last_seen_at', 'expires_at', 'user_agent'])
    .where('user_id', '=', personId)
    .execute()
  const acts = await db
    .selectFrom('audit_entry')
    .select(['at', 'action', 'subject', 'detail'])
    .where((row) => row.or([row('actor_id', '=', personId), row('subject', '=', `person:${personId}`)]))
    .orderBy('at')
    .execute()
  const mails = await db
    .selectFrom('kept_mail')
    .select(['created_at', 'subject', 'sent_at'])
    .where(sql`lower(recipient)`, '=', person.email)
    .execute()
  const savedSearches = await db
    .selectFrom('saved_search')
    .select(['name', 'query', 'frequency', 'created_at', 'paused_at'])
    .where('person_id', '=', personId)
    .execute()
  return { person, memberships, enrolments, texts, sessions, acts, mails, savedSearches }
}
