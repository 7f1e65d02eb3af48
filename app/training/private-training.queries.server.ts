import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { hasRole, type Person } from '#app/shared/actor.ts'

export type PrivateTraining = {
  id: string
  type: 'programme' | 'session' | 'take-away'
  url: string
  title_it: string
  title_en: string
  summary_it: string
  summary_en: string
  isExample: boolean
}

/**
 * Programmes, sessions and take-aways this person may read and the catalogue does not hold: examples, and for
 * facilitators what is being prepared. SQL twin of canReadProgramme and canReadTakeAway. Newest first, at most `limit`.
 */
export async function listPrivateTraining(db: Db, actor: Person, limit: number): Promise<PrivateTraining[]> {
  const mayPrepare = sql`${hasRole(actor, 'facilitator')}::boolean`
  const { rows } = await sql<PrivateTraining>`
    select * from (
      select 'programme:' || g.id::text as id, 'programme' as type, '/formazione/' || g.slug as url,
        g.title_it, g.title_en, g.summary_it, g.summary_en, g.is_example as "isExample", g.id as made
      from programme g
      where (${mayPrepare} or g.published_at is not null) and (g.published_at is null or g.is_example)
      union all
      select 'session:' || s.id::text, 'session', '/formazione/' || g.slug || '/' || s.slug,
        s.title_it, s.title_en, s.summary_it, s.summary_en, g.is_example, s.id
      from training_session s join programme g on g.id = s.programme_id
      where (${mayPrepare} or g.published_at is not null) and (g.published_at is null or g.is_example)
      union all
      select 'take-away:' || a.id::text, 'take-away', '/formazione/' || g.slug || '/' || s.slug || '#' || a.slug,
        a.title_it, a.title_en, '', '', g.is_example, a.id
      from take_away a join training_session s on s.id = a.session_id join programme g on g.id = s.programme_id
      where (${mayPrepare} or (a.published_at is not null and g.published_at is not null))
        and (a.published_at is null or g.published_at is null or g.is_example)
    ) as training order by made desc limit ${limit}`.execute(db)
  return rows
}
