import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { freeSlug } from '#app/shared/slug.ts'
import { slugFrom } from './practice-slug.ts'

/** A slug nobody ever used, for this title. Holds a lock until the caller's transaction ends. */
export async function takeSlug(trx: Db, title: string): Promise<string> {
  const wanted = slugFrom(title)
  await sql`select pg_advisory_xact_lock(hashtext('practice-slug'))`.execute(trx)
  const { rows } = await sql<{ slug: string }>`
    select slug from practice where starts_with(slug, ${wanted})
    union all select slug from practice_old_slug where starts_with(slug, ${wanted})`.execute(trx)
  return freeSlug(wanted, new Set(rows.map((row) => row.slug)))
}

/** Moves a sheet to the slug of its new title; the old address goes on answering with a redirect. */
export async function changeSlug(trx: Db, practice: { id: string; slug: string }, title: string): Promise<string> {
  if (slugFrom(title) === practice.slug.replace(/-\d+$/, '')) return practice.slug
  const slug = await takeSlug(trx, title)
  await trx.updateTable('practice').set({ slug }).where('id', '=', practice.id).execute()
  await trx.insertInto('practice_old_slug').values({ slug: practice.slug, practice_id: practice.id }).execute()
  return slug
}
