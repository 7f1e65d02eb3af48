import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { aPerson, anOrganisation } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { createOrganisation } from './create-organisation.server.ts'
import { editOrganisation } from './edit-organisation.server.ts'
import { findOrganisation, listOrganisations } from './organisation.queries.server.ts'
import { organisationSchema } from './organisation.schema.ts'

const { db } = await useTestDatabase()
const editor = await aPerson(db, { role: 'editor' })
const input = (change: object = {}) => organisationSchema.parse({ name: 'Comune di Prova', kind: 'municipality', ...change })
const all = { q: '', kind: undefined, territory: undefined, page: 1 }
const jobs = async () => {
  const { rows } = await sql<{ key: string }>`select key from graphile_worker.jobs where key like 'organisation:%'`.execute(db)
  return rows.map((row) => row.key)
}

it('gives two bodies of one name two addresses, and has them indexed', async () => {
  expect(await createOrganisation(db, editor, input())).toEqual({ ok: true, slug: 'comune-di-prova' })
  expect(await createOrganisation(db, editor, input())).toEqual({ ok: true, slug: 'comune-di-prova-2' })
  const { id } = await findOrganisation(db, 'comune-di-prova-2')
  expect(await jobs()).toContain(`organisation:${id}`)
})

it('lets editors and contacts edit, keeps the address, and refuses others', async () => {
  const body = await anOrganisation(db)
  const contact = { ...(await aPerson(db)), organisations: [{ id: body.id, role: 'contact' as const }] }
  const member = { ...contact, organisations: [{ id: body.id, role: 'member' as const }] }
  expect(await editOrganisation(db, contact, body.slug, input({ name: 'Nome nuovo' }))).toEqual({ ok: true })
  expect(await findOrganisation(db, body.slug)).toMatchObject({ name: 'Nome nuovo', slug: body.slug })
  await expect(editOrganisation(db, member, body.slug, input())).rejects.toMatchObject({ code: 'forbidden' })
  await expect(createOrganisation(db, contact, input())).rejects.toMatchObject({ code: 'forbidden' })
  await expect(editOrganisation(db, editor, 'non-esiste', input())).rejects.toMatchObject({ code: 'not-found' })
})

it('refuses a place it does not know', async () => {
  expect(await createOrganisation(db, editor, input({ territory_id: 'comune:000000' }))).toEqual({ ok: false, reason: 'territory' })
})

it('finds by name without accents, by kind, and within a place', async () => {
  const place = (id: string, level: string, province_id: string | null = null) => ({
    id,
    level,
    slug: id,
    name_it: id,
    name_en: id,
    province_id,
  })
  await db
    .insertInto('territory')
    .values([
      place('t-region', 'region'),
      place('t-prov', 'province'),
      place('t-zone', 'zone'),
      place('t-town', 'municipality', 't-prov'),
      place('t-land', 'country'),
    ])
    .execute()
  await db.insertInto('zone_membership').values({ municipality_id: 't-town', zone_id: 't-zone', source: 'prova' }).execute()
  const town = await anOrganisation(db, { name: 'Società Però', territory_id: 't-town', kind: 'cooperative' })
  const abroad = await anOrganisation(db, { territory_id: 't-land' })
  const slugs = async (query: object) => (await listOrganisations(db, { ...all, ...query })).organisations.map((row) => row.slug)
  expect(await slugs({ q: 'societa pero' })).toEqual([town.slug])
  expect(await slugs({ kind: 'cooperative' })).toEqual([town.slug])
  for (const territory of ['t-town', 't-prov', 't-zone', 't-region']) expect(await slugs({ territory }), territory).toEqual([town.slug])
  expect(await slugs({ territory: 't-land' })).toEqual([abroad.slug])
  expect(await slugs({ q: '%' })).toEqual([])
})
