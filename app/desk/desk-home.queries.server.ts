import { hasRole, type Person } from '#app/shared/actor.ts'
import { canPublishManual } from '#app/manual/manual.policy.ts'
import { type PracticeState, pathOf } from '#app/practices/practice.ts'
import { listForReview, listOwnPractices } from '#app/practices/practice.queries.server.ts'
import type { Db } from '#db/connection.ts'
import { type EditableDocument, editableDocuments } from './editable-documents.server.ts'

/** Something that waits for this person; `path` without the language. */
export type Task = {
  what: 'submitted' | 'in-review' | 'accepted' | 'to-reconfirm' | 'changes-requested' | 'draft'
  title: string
  path: string
  since: Date
}
export type Activity = { name: string; title: string; lang: string; who: string; at: Date }
export type DeskHome = { tasks: Task[]; documents: EditableDocument[]; activity: Activity[] }

const forEditors: readonly PracticeState[] = ['submitted', 'accepted', 'to-reconfirm']
const forAuthors: readonly PracticeState[] = ['changes-requested', 'to-reconfirm', 'draft']

/** What the desk's first page shows: what waits for the person, the texts they may write, who wrote in them lately. */
export async function readDeskHome(db: Db, actor: Person): Promise<DeskHome> {
  const documents = await editableDocuments(db, actor, { limit: 60 })
  return { tasks: await listTasks(db, actor), documents, activity: await listActivity(db, actor, documents) }
}

async function listTasks(db: Db, actor: Person): Promise<Task[]> {
  const review = hasRole(actor, 'editor') ? await listForReview(db, actor) : []
  const own = await listOwnPractices(db, actor)
  const waiting = [
    ...review.filter((sheet) => forEditors.includes(sheet.state)),
    ...own.filter(
      (sheet) => forAuthors.includes(sheet.state) && !review.some((other) => other.id === sheet.id && forEditors.includes(other.state)),
    ),
  ]
  const sheets = waiting.map((sheet): Task => ({
    what: sheet.state as Task['what'],
    title: sheet.title_it,
    path: pathOf(sheet),
    since: sheet.updated_at,
  }))
  return [...sheets, ...(await listChaptersInReview(db, actor))].slice(0, 20)
}

/** Chapters whose writers say they are ready: the editors' turn. */
async function listChaptersInReview(db: Db, actor: Person): Promise<Task[]> {
  if (!canPublishManual(actor)) return []
  const rows = await db
    .selectFrom('chapter')
    .select(['title_it', 'updated_at'])
    .where('state', '=', 'in-review')
    .orderBy('updated_at')
    .limit(20)
    .execute()
  return rows.map((row) => ({ what: 'in-review', title: row.title_it, path: '/scrivania/manuale', since: row.updated_at }))
}

/** Latest writing of others in these texts, one line for each person and text. */
async function listActivity(db: Db, actor: Person, documents: readonly EditableDocument[]): Promise<Activity[]> {
  if (documents.length === 0) return []
  const rows = await db
    .selectFrom('document_contributor as c')
    .innerJoin('person', 'person.id', 'c.person_id')
    .where(
      'c.document_id',
      'in',
      documents.map(({ name }) => name.slice(0, 36)),
    )
    .where('c.person_id', '<>', actor.id)
    .select(['c.document_id', 'c.lang', 'c.last_at', 'person.name'])
    .orderBy('c.last_at', 'desc')
    .limit(10)
    .execute()
  return rows.flatMap((row) => {
    const name = `${row.document_id}.${row.lang}`
    const title = documents.find((document) => document.name === name)?.title
    return title === undefined ? [] : [{ name, title, lang: row.lang, who: row.name, at: row.last_at }]
  })
}
