import { sql } from 'kysely'
import { parseContent } from '#app/documents/editions/edition.ts'
import { readText } from '#app/documents/log/read-text.server.ts'
import type { NodeJson } from '#app/documents/schema/json.ts'
import type { Voices } from '#app/documents/ui/voices-line.tsx'
import type { Db } from '#db/connection.ts'
import { type Passage, passagesIn } from './passages.ts'

/** One idea and what became of it in one text. */
export type LedgerEntry = {
  contributionId: string
  idea: string
  ideaLang: string
  documentId: string
  lang: string
  placedText: string
  placedAt: Date
  removedAt: Date | null
  /** Where its words stand in the draft now, whatever was edited around them; empty when they were edited away. */
  now: Passage[]
  /** The current edition's number when the words are in it. */
  edition: number | undefined
}

/** The ledger of a process: every card that was put into a text, newest first. The caller decides who may see it. */
export async function readLedger(db: Db, processId: string): Promise<LedgerEntry[]> {
  const rows = await db
    .selectFrom('contribution_placement as p')
    .innerJoin('contribution as c', 'c.id', 'p.contribution_id')
    .where('c.process_id', '=', processId)
    .select([
      'p.contribution_id',
      'c.body',
      'c.lang as idea_lang',
      'p.document_id',
      'p.lang',
      'p.placed_text',
      'p.placed_at',
      'p.removed_at',
    ])
    .orderBy('p.placed_at', 'desc')
    .limit(1_000)
    .execute()
  const texts = new Map<string, Awaited<ReturnType<typeof readPlaces>>>()
  for (const { document_id: documentId, lang } of rows)
    if (!texts.has(`${documentId}.${lang}`)) texts.set(`${documentId}.${lang}`, await readPlaces(db, { documentId, lang }))
  return rows.map((row) => {
    const places = texts.get(`${row.document_id}.${row.lang}`)
    return {
      contributionId: row.contribution_id,
      idea: row.body,
      ideaLang: row.idea_lang,
      documentId: row.document_id,
      lang: row.lang,
      placedText: row.placed_text,
      placedAt: row.placed_at,
      removedAt: row.removed_at,
      now: places?.draft.get(row.contribution_id) ?? [],
      edition: places?.edition?.found.has(row.contribution_id) ? places.edition.number : undefined,
    }
  })
}

async function readPlaces(db: Db, { documentId, lang }: { documentId: string; lang: string }) {
  const draft = await readText(db, { documentId, lang })
  const edition = await db
    .selectFrom('edition')
    .where('document_id', '=', documentId)
    .where('lang', '=', lang)
    .where('current', '=', true)
    .where('withdrawn_at', 'is', null)
    .select(['number', 'content'])
    .executeTakeFirst()
  return {
    draft: draft ? passagesIn(draft) : new Map<string, Passage[]>(),
    edition: edition && { number: edition.number, found: passagesIn(parseContent(edition.content)) },
  }
}

/**
 * Whose words stand in an edition, as each of them wishes now: with the name they show, without, or not counted at all
 * once consent is gone. Asked when the page is read, so that a change of mind holds for old editions too.
 */
export async function creditsOf(db: Db, contributionIds: readonly string[]): Promise<Voices> {
  if (contributionIds.length === 0) return { names: [], unnamed: 0 }
  const rows = await db
    .selectFrom('contribution as c')
    .innerJoin('contribution_placement as l', 'l.contribution_id', 'c.id')
    .leftJoin('participant as p', 'p.id', 'c.participant_id')
    .leftJoin('quote_consent as q', 'q.contribution_id', 'c.id')
    .where('c.id', 'in', contributionIds)
    .where('l.removed_at', 'is', null)
    .select(['c.participant_id', 'c.id', sql<string | null>`coalesce(p.display_name, p.pseudonym)`.as('name')])
    .select(sql<boolean>`coalesce(q.credit = 'pseudonym' and q.withdrawn_on is null and p.credit = 'pseudonym', false)`.as('named'))
    .distinct()
    .execute()
  const names = new Set(rows.flatMap((row) => (row.named && row.name !== null ? [row.name] : [])))
  const others = new Set(rows.filter((row) => !row.named).map((row) => row.participant_id ?? row.id))
  for (const row of rows) if (row.named && row.participant_id) others.delete(row.participant_id)
  return { names: [...names].sort((a, b) => a.localeCompare(b, 'it')), unnamed: others.size }
}

/** Credits of what a page shows: one text, or several. */
export const creditsIn = (db: Db, contents: readonly NodeJson[]): Promise<Voices> =>
  creditsOf(db, [...new Set(contents.flatMap((content) => [...passagesIn(content).keys()]))])
