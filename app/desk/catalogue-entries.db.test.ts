import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { catalogueVersion, compareEntriesWithView, rebuildCatalogue } from '#db/catalogue.ts'
import { newId } from '#db/new-id.ts'
import { createDocument } from '#app/documents/create-document.server.ts'
import { writeText } from '#app/documents/log/write-text.server.ts'
import { docFromMarkdown } from '#app/documents/markdown/sections.ts'
import { createChapter } from '#app/manual/create-chapter.server.ts'
import { createChapterSchema } from '#app/manual/manual.schema.ts'
import { publishChapter } from '#app/manual/publish-chapter.server.ts'
import { unpublishChapter } from '#app/manual/unpublish-chapter.server.ts'
import { editOrganisation } from '#app/organisations/edit-organisation.server.ts'
import { organisationSchema } from '#app/organisations/organisation.schema.ts'
import { archivePractice } from '#app/practices/archive-practice.server.ts'
import { createPractice } from '#app/practices/create-practice.server.ts'
import { editPractice } from '#app/practices/edit-practice.server.ts'
import { publishPractice } from '#app/practices/publish-practice.server.ts'
import { unpublishPractice } from '#app/practices/unpublish-practice.server.ts'
import { importZoneMembership } from '#app/territories/import-zone-membership.server.ts'
import { mergeTermsInto } from '#app/themes/merge-terms.server.ts'
import { renameTerm } from '#app/themes/rename-term.server.ts'
import { publishProgramme } from '#app/training/publish-programme.server.ts'
import { anOrganisation, aPerson } from '#tests/support/factories.ts'
import { aPracticeInput, aStep } from '#tests/support/practices.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'

const { db } = await useTestDatabase()
const editor = await aPerson(db, { role: 'editor' })
const body = await anOrganisation(db, { name: 'Società della Salute' })

const entry = (id: string) => db.selectFrom('catalogue_entry').selectAll().where('id', 'like', `%:${id}`).orderBy('lang').execute()
/** Every step leaves entries and view equal: checked after each test, and within them after each verb. */
const equal = async () => expect(await compareEntriesWithView(db)).toEqual([])
afterEach(equal)

async function aPractice(overrides: Parameters<typeof aPracticeInput>[0] = {}, publish = true) {
  const made = await createPractice(db, editor, aPracticeInput(overrides), { how: 'Insieme.' })
  if (!made.ok) throw new Error(made.reason)
  if (publish) await publishPractice(db, editor, made.id, aStep())
  return made.id
}

async function aProgramme() {
  const id = newId()
  const document = (kind: 'programme' | 'session' | 'take-away') =>
    createDocument(db, { kind, sourceLang: 'it', texts: { it: docFromMarkdown(kind, 'Testo.') } })
  const columns = { id, slug: `percorso-${id}`, title_it: 'Percorso', starts_on: '2099-01-01', ends_on: '2099-02-01', open: true }
  await db
    .insertInto('programme')
    .values({ ...columns, document_id: await document('programme') })
    .execute()
  return { id, slug: columns.slug }
}

/** The verb, and what the entries of its record say afterwards: titles, or nothing. */
const verbs: { verb: string; act: () => Promise<string>; says: string[] }[] = [
  { verb: 'a draft', act: () => aPractice({}, false), says: [] },
  { verb: 'publishing', act: () => aPractice({ title_it: 'Pubblicata' }), says: ['Pubblicata'] },
  {
    verb: 'an edit',
    act: async () => {
      const id = await aPractice({ title_it: 'Prima' })
      await editPractice(db, editor, id, aPracticeInput({ title_it: 'Dopo', territories: ['comune:048001'] }), { lang: 'it', texts: {} })
      return id
    },
    says: ['Dopo'],
  },
  {
    verb: 'a change of type',
    act: async () => {
      const id = await aPractice({ title_it: 'Era una pratica' })
      await editPractice(db, editor, id, aPracticeInput({ title_it: 'È un patto', type: 'pact' }), { lang: 'it', texts: {} })
      return id
    },
    says: ['È un patto'],
  },
  {
    verb: 'unpublishing',
    act: async () => {
      const id = await aPractice()
      await unpublishPractice(db, editor, id, aStep('Errore.'))
      return id
    },
    says: [],
  },
  {
    verb: 'archiving',
    act: async () => {
      const id = await aPractice()
      await archivePractice(db, editor, id, aStep('Finita.'))
      return id
    },
    says: [],
  },
  {
    verb: 'a row deleted by hand',
    act: async () => {
      const id = await aPractice()
      await sql`delete from practice where id = ${id}`.execute(db)
      return id
    },
    says: [],
  },
]

describe.each(verbs)('after $verb', ({ act, says }) => {
  it('the entries are what the view calls public', async () => {
    const before = await catalogueVersion(db)
    const id = await act()
    await equal()
    expect((await entry(id)).map((row) => row.title)).toEqual(says)
    expect(await catalogueVersion(db)).toBeGreaterThan(before)
  })
})

it('follows a term that is renamed and one that is merged into another', async () => {
  const themes = await db.selectFrom('term').select('id').where('list', '=', 'theme').where('id', '<>', 'theme:housing').execute()
  const [one = '', other = ''] = themes.map((term) => term.id)
  const id = await aPractice({ themes: [one] })
  await renameTerm(db, editor, one, { name_it: 'Casa', name_en: 'Home', name_ar: 'بيت' })
  await equal()
  await mergeTermsInto(db, editor, one, other)
  await equal()
  expect((await entry(id))[0]?.theme_ids).toEqual([other])
})

it('follows a body that gets another name, in its own entries and its sheets’', async () => {
  await aPractice({ leads: [body.id] })
  const input = organisationSchema.parse({ name: 'Società della Salute Alta', kind: 'health-society' })
  await editOrganisation(db, editor, body.slug, input)
  await equal()
  expect((await entry(body.id)).map((row) => row.title)).toEqual(['Società della Salute Alta', 'Società della Salute Alta'])
})

it('grows its version when the map is corrected, which changes no entry', async () => {
  const before = await catalogueVersion(db)
  const zone = (await db.selectFrom('territory').select('id').where('level', '=', 'zone').orderBy('id').execute())[0]?.id.slice(
    'zona:'.length,
  )
  const csv = `istat_code,zone_code,source,verified\n048017,${zone},delibera,yes\n`
  expect(await importZoneMembership(db, Buffer.from(csv))).toMatchObject({ problems: [] })
  expect(await catalogueVersion(db)).toBe(before + 1)
})

it('follows chapters and programmes', async () => {
  const chapter = await createChapter(db, editor, createChapterSchema.parse({ number: 1, title_it: 'Capitolo', summary_it: 'Riga' }))
  if (!chapter.ok) throw new Error(chapter.reason)
  const change = () => docFromMarkdown('chapter', 'Parole.')
  await writeText(db, { documentId: chapter.documentId, lang: 'it', personId: editor.id, change })
  const { id } = await db.selectFrom('chapter').select('id').where('slug', '=', chapter.slug).executeTakeFirstOrThrow()
  await publishChapter(db, editor, chapter.slug)
  await equal()
  expect(await entry(id)).toHaveLength(1)
  await unpublishChapter(db, editor, chapter.slug)
  await equal()
  expect(await entry(id)).toEqual([])
  const programme = await aProgramme()
  await publishProgramme(db, editor, programme.slug)
  await equal()
  expect(await entry(programme.id)).toHaveLength(1)
  await sql`update programme set slug = 'altro' where id = ${programme.id}`.execute(db)
  expect((await entry(programme.id))[0]?.url).toBe('/formazione/altro')
})

it('shows nothing of a transaction that fails, and leaves no note behind', async () => {
  const id = await aPractice({ title_it: 'Com’era' })
  const failing = db.transaction().execute(async (trx) => {
    await sql`update practice set title_it = 'Mai' where id = ${id}`.execute(trx)
    throw new Error('stop')
  })
  await expect(failing).rejects.toThrow('stop')
  expect((await entry(id))[0]?.title).toBe('Com’era')
  expect(await db.selectFrom('catalogue_change').selectAll().execute()).toEqual([])
})

it('two transactions that change the same record in different tables leave what both wrote', async () => {
  const id = await aPractice()
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  const change = (statement: ReturnType<typeof sql>, ms: number) =>
    db.transaction().execute(async (trx) => {
      await statement.execute(trx)
      await wait(ms)
    })
  await Promise.all([
    change(sql`update practice set title_it = 'Insieme' where id = ${id}`, 60),
    change(sql`insert into practice_territory values (${id}, 'comune:048001')`, 30),
    change(sql`insert into practice_term select ${id}::uuid, id from term where list = 'target' order by id limit 1`, 60),
  ])
  await equal()
  expect(await entry(id)).toMatchObject([
    { title: 'Insieme', territory_ids: ['comune:048001', 'comune:048017'], target_ids: [expect.any(String)] },
  ])
})

it('is mended by a rebuild, and the comparison names what was wrong', async () => {
  const id = await aPractice()
  await sql`delete from catalogue_entry where id = ${`practice:${id}`}`.execute(db)
  await sql`insert into catalogue_entry select 'practice:gone', type, lang, title, summary, url, '{}', '{}', '{}', '{}', null, null, status, null, 1
    from catalogue_entry limit 1`.execute(db)
  expect(await compareEntriesWithView(db)).toEqual([`practice:${id}`, 'practice:gone'].sort())
  await rebuildCatalogue(db)
})

it('watches every table that the view reads', async () => {
  const { rows } = await sql<{ table: string; watched: boolean }>`
    select distinct c.relname as table,
      exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'catalogue_note') as watched
    from pg_rewrite r join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
      join pg_class c on d.refclassid = 'pg_class'::regclass and d.refobjid = c.oid and c.relkind = 'r'
    where r.ev_class = 'catalogue'::regclass order by 1`.execute(db)
  expect(rows.filter((row) => !row.watched)).toEqual([])
  expect(rows.length).toBeGreaterThan(9)
})
