import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { type Access, allows, type TextRef } from '#app/documents/access.ts'
import { writeText } from '#app/documents/log/write-text.server.ts'
import { newBlockId } from '#app/documents/schema/block-ids.ts'
import type { DocJson, NodeJson } from '#app/documents/schema/json.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { lockForFacilitation } from '../process/process.queries.server.ts'

export type Placing = {
  processId: string
  contributionId: string
  target: TextRef & { section?: string | undefined }
  /** What the actor may do with the target text (app/desk/document-access.server.ts). */
  access: Access
  /** The idea in the facilitator's words; without it the participant's own words are quoted. */
  wording?: string | undefined
}
export type PlaceOutcome = { ok: true } | { ok: false; reason: 'no-consent' | 'empty' }

/**
 * Puts a card into a text, marked with the contribution's id so that the ledger finds it after any editing, and says
 * to its author that it was taken up. Quoting somebody's words needs their consent (the scribe's note of it, when
 * somebody else wrote them down); an idea in other words does not. Facilitators of the process who may write the text.
 */
export async function placeContribution(db: Db, actor: Person, placing: Placing): Promise<PlaceOutcome> {
  const { processId, contributionId, target, access, wording } = placing
  return await db.transaction().execute(async (trx): Promise<PlaceOutcome> => {
    await lockForFacilitation(trx, actor, processId)
    if (!allows(access, 'write')) throw new AppError('forbidden')
    const card = await findCard(trx, processId, contributionId, target.lang)
    if (!card) throw new AppError('not-found')
    const words = (wording ?? card.words).trim()
    if (words === '') return { ok: false, reason: 'empty' }
    const quoted = words === card.words.trim() || words === card.body.trim()
    if (quoted && !card.consents) return { ok: false, reason: 'no-consent' }
    const lang = wording === undefined && card.words === card.body ? card.lang : target.lang
    const block = blockOf({ words, contributionId, ...(lang !== target.lang && { lang }) })
    await writeText(trx, {
      documentId: target.documentId,
      lang: target.lang,
      personId: actor.id,
      change: ({ json }) => withBlock(json(), block, target.section),
    })
    const where = { document_id: target.documentId, lang: target.lang, placed_text: words, placed_by: actor.id }
    await trx
      .insertInto('contribution_placement')
      .values({ id: newId(), contribution_id: contributionId, ...where })
      .execute()
    await takeUp(trx, actor, contributionId)
    await recordAct(trx, { actorId: actor.id, action: 'contribution.placed', subject: `contribution:${contributionId}` })
    return { ok: true }
  })
}

async function findCard(trx: Db, processId: string, id: string, lang: string) {
  const row = await trx
    .selectFrom('contribution as c')
    .leftJoin('contribution_translation as t', (on) => on.onRef('t.contribution_id', '=', 'c.id').on('t.lang', '=', lang))
    .leftJoin('quote_consent as q', 'q.contribution_id', 'c.id')
    .where('c.id', '=', id)
    .where('c.process_id', '=', processId)
    .where('c.state', '=', 'shown')
    .select(['c.body', 'c.lang', 'c.scribe_id', 'c.said_consent', 't.body as translated', 'q.given_on', 'q.withdrawn_on'])
    .forUpdate('c')
    .executeTakeFirst()
  if (!row) return undefined
  const consents = row.scribe_id ? row.said_consent : row.given_on !== null && row.withdrawn_on === null
  return { body: row.body, lang: row.lang, words: row.translated ?? row.body, consents }
}

/** A paragraph of the contribution's words; one in another language than the text around it says so. */
function blockOf({ words, contributionId, lang }: { words: string; contributionId: string; lang?: string }): NodeJson {
  const mark = { type: 'contribution', attrs: { id: contributionId } }
  const attrs = { id: newBlockId(), ...(lang && { lang, dir: 'auto' }) }
  const text = words.replaceAll(/\s*\n\s*/g, ' ')
  return { type: 'paragraph', attrs, content: [{ type: 'text', text, marks: [mark] }] }
}

const isEmpty = (node: NodeJson | undefined): boolean => node?.type === 'paragraph' && !node.content?.length

/** The text with one more block: at the end of a section, or of the text; an empty last paragraph gives way. */
export function withBlock(doc: DocJson, block: NodeJson, section?: string): DocJson {
  const added = (nodes: readonly NodeJson[]) => [...(isEmpty(nodes.at(-1)) ? nodes.slice(0, -1) : nodes), block]
  const place = doc.content.findIndex((node) => node.type === 'section' && (section === undefined || node.attrs?.key === section))
  if (place < 0) return { ...doc, content: added(doc.content) }
  return { ...doc, content: doc.content.map((node, at) => (at === place ? { ...node, content: added(node.content ?? []) } : node)) }
}

async function takeUp(trx: Db, actor: Person, contributionId: string): Promise<void> {
  const decided = { outcome: 'taken-up', decided_by: actor.id, decided_at: new Date() }
  await trx
    .insertInto('contribution_outcome')
    .values({ contribution_id: contributionId, ...decided })
    .onConflict((conflict) => conflict.column('contribution_id').doUpdateSet(decided))
    .execute()
}
