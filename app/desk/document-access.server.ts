import type { Actor } from '#app/shared/actor.ts'
import type { Access } from '#app/documents/access.ts'
import { canPublishChapter, canReadChapter, canSuggestOnChapter, canWriteChapter } from '#app/manual/manual.policy.ts'
import { chapterStates } from '#app/manual/chapter.ts'
import { canReadTable, canWriteTable } from '#app/codesign/tables/table.policy.ts'
import { findTableOfDocumentUnchecked } from '#app/codesign/tables/table.queries.server.ts'
import { canEdit, canPublish, canRead } from '#app/practices/practice.policy.ts'
import { practiceStates } from '#app/practices/practice.ts'
import {
  canEditTraining,
  canPublishTakeAway,
  canPublishTraining,
  canReadTakeAway,
  canWriteTakeAway,
} from '#app/training/training.policy.ts'
import { canFacilitate, canFollow, canPublishProcess } from '#app/codesign/process/process.policy.ts'
import { findProcessOfDocumentUnchecked } from '#app/codesign/process/process.queries.server.ts'
import type { Db } from '#db/connection.ts'

/** What a text belongs to: `path` leads to its public page, without the language. */
export type TextOwner = { title: string; path: string; access: Access }
type Finder = (db: Db, actor: Actor, documentId: string) => Promise<TextOwner | undefined>

/** The kinds a document may be of (the check of db table document). */
export const documentKinds = ['practice', 'take-away', 'session', 'programme', 'chapter', 'page', 'process', 'table'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** The highest of the accesses whose condition holds. */
const highest = (...granted: [boolean, Access][]): Access => granted.find(([holds]) => holds)?.[1] ?? 'none'

const practiceText: Finder = async (db, actor, documentId) => {
  const row = await db
    .selectFrom('practice as p')
    .where('p.document_id', '=', documentId)
    .select(['p.title_it', 'p.slug', 'p.state', 'p.author_id', 'p.is_example'])
    .select((eb) =>
      eb
        .selectFrom('practice_organisation as o')
        .whereRef('o.practice_id', '=', 'p.id')
        .where('o.role', '=', 'lead')
        .select((e) => e.fn.coalesce(e.fn.agg<string[]>('array_agg', ['o.organisation_id']), e.val<string[]>([])).as('ids'))
        .as('leads'),
    )
    .executeTakeFirst()
  if (!row) return undefined
  const state = practiceStates.find((known) => known === row.state) ?? 'archived'
  const facts = { state, authorId: row.author_id, leads: row.leads ?? [], isExample: row.is_example }
  const writes = canEdit(actor, facts)
  const access = highest([writes && canPublish(actor), 'publish'], [writes, 'write'], [canRead(actor, facts), 'read'])
  return { title: row.title_it, path: `/buone-pratiche/${row.slug}`, access }
}

const chapterText: Finder = async (db, actor, documentId) => {
  const row = await db
    .selectFrom('chapter')
    .where('document_id', '=', documentId)
    .select(['title_it', 'slug', 'state', 'programme_id'])
    .executeTakeFirst()
  if (!row) return undefined
  const facts = { state: chapterStates.find((known) => known === row.state) ?? 'archived', programmeId: row.programme_id }
  const writes = canWriteChapter(actor, facts)
  const access = highest(
    [writes && canPublishChapter(actor), 'publish'],
    [writes, 'write'],
    [canSuggestOnChapter(actor, facts), 'suggest'],
    [canReadChapter(actor, facts), 'read'],
  )
  return { title: row.title_it, path: `/manuale/${row.slug}`, access }
}

const programmeText: Finder = async (db, actor, documentId) => {
  const row = await db
    .selectFrom('programme')
    .where('document_id', '=', documentId)
    .select(['title_it', 'slug', 'published_at'])
    .executeTakeFirst()
  if (!row) return undefined
  return { title: row.title_it, path: `/formazione/${row.slug}`, access: trainingAccess(actor, row.published_at !== null) }
}

const sessionText: Finder = async (db, actor, documentId) => {
  const row = await db
    .selectFrom('training_session as s')
    .innerJoin('programme as g', 'g.id', 's.programme_id')
    .where('s.document_id', '=', documentId)
    .select(['s.title_it', 's.slug', 'g.slug as programme', 'g.published_at'])
    .executeTakeFirst()
  if (!row) return undefined
  return { title: row.title_it, path: `/formazione/${row.programme}/${row.slug}`, access: trainingAccess(actor, row.published_at !== null) }
}

const trainingAccess = (actor: Actor, published: boolean): Access =>
  highest([canEditTraining(actor) && canPublishTraining(actor), 'publish'], [canEditTraining(actor), 'write'], [published, 'read'])

const takeAwayText: Finder = async (db, actor, documentId) => {
  const row = await db
    .selectFrom('take_away as a')
    .innerJoin('training_session as s', 's.id', 'a.session_id')
    .innerJoin('programme as g', 'g.id', 's.programme_id')
    .where('a.document_id', '=', documentId)
    .select([
      'a.title_it',
      'a.slug',
      's.slug as session',
      'g.slug as programme',
      'a.published_at',
      'g.published_at as programme_published_at',
    ])
    .executeTakeFirst()
  if (!row) return undefined
  const facts = { published: row.published_at !== null, programmePublished: row.programme_published_at !== null }
  const writes = canWriteTakeAway(actor)
  const access = highest([writes && canPublishTakeAway(actor), 'publish'], [writes, 'write'], [canReadTakeAway(actor, facts), 'read'])
  return { title: row.title_it, path: `/formazione/${row.programme}/${row.session}#${row.slug}`, access }
}

const processText: Finder = async (db, actor, documentId) => {
  const process = await findProcessOfDocumentUnchecked(db, documentId)
  if (!process) return undefined
  const runs = canFacilitate(actor, process)
  const access = highest([runs && canPublishProcess(actor), 'publish'], [runs, 'write'], [canFollow(actor, process), 'read'])
  return { title: process.title, path: `/partecipa/${process.slug}`, access }
}

const tableText: Finder = async (db, actor, documentId) => {
  const table = await findTableOfDocumentUnchecked(db, documentId)
  if (!table) return undefined
  const access = highest([canWriteTable(actor, table.facts), 'write'], [canReadTable(actor, table.facts), 'read'])
  return { title: table.title, path: `/partecipa/${table.slug}`, access }
}

/** A new kind of document does not compile without its line here. */
const owners: Record<DocumentKind, Finder> = {
  practice: practiceText,
  chapter: chapterText,
  programme: programmeText,
  session: sessionText,
  'take-away': takeAwayText,
  page: () => Promise.resolve(undefined),
  process: processText,
  table: tableText,
}

const NAME = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([a-z]{2}(?:-[A-Za-z]{2,4})?)$/

export type TextAccess = TextOwner & { documentId: string; lang: string; kind: DocumentKind; sourceLang: string; langs: string[] }

/**
 * What the actor may do with a live text (`<document uuid>.<lang>`). The only place that makes an Access: routes, API
 * and collab-server ask here. Undefined when there is no such text; `access: 'none'` must be answered the same way.
 */
export async function findTextAccess(db: Db, actor: Actor, name: string): Promise<TextAccess | undefined> {
  const [, documentId, lang] = NAME.exec(name) ?? []
  if (!documentId || !lang) return undefined
  const rows = await db
    .selectFrom('document as d')
    .innerJoin('document_text as t', 't.document_id', 'd.id')
    .where('d.id', '=', documentId)
    .select(['d.kind', 'd.source_lang', 't.lang'])
    .execute()
  const kind = documentKinds.find((known) => known === rows[0]?.kind)
  if (!kind || !rows.some((row) => row.lang === lang)) return undefined
  const owner = await owners[kind](db, actor, documentId)
  return owner && { ...owner, documentId, lang, kind, sourceLang: rows[0]?.source_lang ?? 'it', langs: rows.map((row) => row.lang) }
}

/** The access alone, for the live server: absent and forbidden are both 'none'. */
export async function accessTo(db: Db, actor: Actor, name: string): Promise<Access> {
  return (await findTextAccess(db, actor, name))?.access ?? 'none'
}
