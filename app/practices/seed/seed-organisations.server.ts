import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import { readOrganisations } from './read-records.ts'

/** Adds the bodies named in the starting records; those that are there already stay as they are. Returns ids by name. */
export async function seedOrganisations(trx: Db): Promise<Map<string, string>> {
  const bodies = readOrganisations()
  const added = await trx
    .insertInto('organisation')
    .values(
      bodies.map(({ slug, name, kind, territory_code, website }) => ({
        id: newId(),
        slug,
        name,
        kind,
        territory_id: territory_code,
        website,
      })),
    )
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .execute()
  await enqueueIndexing(
    trx,
    added.map((body) => `organisation:${body.id}`),
  )
  const slugs = bodies.map((body) => body.slug)
  const rows = await trx.selectFrom('organisation').select(['id', 'slug']).where('slug', 'in', slugs).execute()
  const idBySlug = new Map(rows.map((row) => [row.slug, row.id]))
  return new Map(bodies.flatMap((body) => [[body.name, idBySlug.get(body.slug) ?? '']]))
}
