import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { exampleCards, exampleParticipants } from './example-process.ts'

/** Invented participants, their answers, and what became of them. */
export async function seedExampleCards(trx: Db, processId: string, promptIds: readonly string[]): Promise<void> {
  const participants: { id: string; lang: string }[] = []
  for (const one of exampleParticipants) {
    const id = newId()
    participants.push({ id, lang: one.lang })
    await trx
      .insertInto('participant')
      .values({ id, process_id: processId, ...one })
      .execute()
  }
  for (const [index, card] of exampleCards.entries()) {
    const id = newId()
    const by = participants[card.by]!
    await trx
      .insertInto('contribution')
      .values({
        id,
        process_id: processId,
        prompt_id: promptIds[card.prompt] ?? null,
        participant_id: by.id,
        client_key: `example-${index + 1}`,
        lang: by.lang,
        body: card.body ?? '',
        choice: card.choice ?? null,
      })
      .execute()
    if (card.inItalian)
      await trx.insertInto('contribution_translation').values({ contribution_id: id, lang: 'it', body: card.inItalian }).execute()
    if (card.outcome) await insertOutcome(trx, id, card.outcome, card.reasons ?? {})
    if (card.quoted) await trx.insertInto('quote_consent').values({ contribution_id: id, credit: 'pseudonym' }).execute()
  }
}

async function insertOutcome(trx: Db, contributionId: string, outcome: string, reasons: Record<string, string>): Promise<void> {
  await trx.insertInto('contribution_outcome').values({ contribution_id: contributionId, outcome }).execute()
  const rows = Object.entries(reasons).map(([lang, reason]) => ({
    contribution_id: contributionId,
    lang,
    reason,
    to_review: lang !== 'it',
  }))
  if (rows.length > 0) await trx.insertInto('contribution_outcome_text').values(rows).execute()
}
