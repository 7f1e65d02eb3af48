import type { Person } from '#app/shared/actor.ts'
import type { Lang } from '#app/shared/languages.ts'
import { pick } from '#app/shared/languages.ts'
import type { Db } from '#db/connection.ts'
import { findTextAccess } from './document-access.server.ts'

export type OwnTraining = Awaited<ReturnType<typeof readOwnTraining>>

/**
 * What somebody who follows a course finds about themselves (G7): the sessions of the programmes they are enrolled in,
 * and each text they have written in, with the edition their words are in by now, if any.
 */
export async function readOwnTraining(db: Db, actor: Person, lang: Lang) {
  const sessions = await db
    .selectFrom('enrolment as e')
    .innerJoin('programme as g', 'g.id', 'e.programme_id')
    .innerJoin('training_session as s', 's.programme_id', 'g.id')
    .where('e.person_id', '=', actor.id)
    .where('e.ended_at', 'is', null)
    .where('g.published_at', 'is not', null)
    .select(['s.id', 's.slug', 's.title_it', 's.title_en', 's.starts_at as startsAt', 'g.slug as programme', 'g.title_it as programme_it'])
    .select('g.title_en as programme_en')
    .orderBy('s.starts_at')
    .execute()
  const written = await db
    .selectFrom('document_contributor as c')
    .leftJoin('edition as e', (join) =>
      join
        .onRef('e.document_id', '=', 'c.document_id')
        .onRef('e.lang', '=', 'c.lang')
        .on('e.current', '=', true)
        .onRef('e.published_at', '>=', 'c.first_at'),
    )
    .where('c.person_id', '=', actor.id)
    .select(['c.document_id', 'c.lang', 'c.last_at as lastAt', 'e.number', 'e.published_at as publishedAt'])
    .orderBy('c.last_at', 'desc')
    .limit(100)
    .execute()
  const texts = []
  for (const { document_id, ...row } of written) {
    const name = `${document_id}.${row.lang}`
    const text = await findTextAccess(db, actor, name)
    // A text that was withdrawn, or is no longer theirs to read, is left out: its title may not be known to them.
    if (text && text.access !== 'none') texts.push({ ...row, name, title: text.title, path: text.path, kind: text.kind })
  }
  return {
    sessions: sessions.map(({ title_it, title_en, programme, programme_it, programme_en, slug, ...session }) => ({
      ...session,
      path: `/formazione/${programme}/${slug}`,
      title: pick(lang, title_it, title_en),
      programme: pick(lang, programme_it, programme_en),
    })),
    texts,
  }
}
