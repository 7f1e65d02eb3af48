import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Here } from '../join/participant-session.server.ts'
import { inTheirLanguage } from './prompt.queries.server.ts'

export type OwnAnswer = {
  id: string
  promptId: string | null
  question: { lang: string; question: string; choices: string[] } | undefined
  lang: string
  choice: number | null
  body: string
  state: 'held' | 'shown' | 'hidden' | 'withdrawn'
  hasVoice: boolean
  /** The question is still open, so that they may change it. */
  promptOpen: boolean
  /** How facilitators translated it. */
  translations: { lang: string; body: string }[]
  outcome:
    { kind: 'taken-up' | 'merged' | 'not-taken'; reason: { lang: string; reason: string; toReview: boolean } | undefined } | undefined
  /** Where it stands in a text now; the door finds the address. */
  placements: { documentId: string; lang: string; text: string }[]
  consent: { credit: 'pseudonym' | 'none'; givenOn: string; withdrawnOn: string | null } | undefined
}

type Text = { lang: string; question: string; choices: string[] }
type Reason = { lang: string; reason: string; toReview: boolean }

const jsonOf = <T>(select: string) => sql<T[]>`coalesce((select jsonb_agg(to_jsonb(x)) from (${sql.raw(select)}) x), '[]')`

/** Everything this participant said, newest first, with what became of it. Withdrawn answers stay until their words are erased. */
export async function listOwnAnswers(db: Db, here: Here): Promise<OwnAnswer[]> {
  const rows = await db
    .selectFrom('contribution as c')
    .leftJoin('prompt as p', 'p.id', 'c.prompt_id')
    .leftJoin('contribution_outcome as o', 'o.contribution_id', 'c.id')
    .leftJoin('quote_consent as q', 'q.contribution_id', 'c.id')
    .where('c.participant_id', '=', here.participant.id)
    .orderBy('c.created_at', 'desc')
    .select(['c.id', 'c.prompt_id', 'c.lang', 'c.choice', 'c.body', 'c.state', 'p.state as prompt_state'])
    .select(['o.outcome', 'q.credit', 'q.given_on', 'q.withdrawn_on'])
    .select(sql<boolean>`exists (select from contribution_voice v where v.contribution_id = c.id)`.as('has_voice'))
    .select([
      jsonOf<Text>(`select lang, question, choices from prompt_text t where t.prompt_id = c.prompt_id`).as('questions'),
      jsonOf<{ lang: string; body: string }>(`select lang, body from contribution_translation t where t.contribution_id = c.id`).as(
        'translations',
      ),
      jsonOf<Reason>(`select lang, reason, to_review as "toReview" from contribution_outcome_text t where t.contribution_id = c.id`).as(
        'reasons',
      ),
      jsonOf<OwnAnswer['placements'][number]>(
        `select document_id as "documentId", lang, placed_text as text from contribution_placement t
         where t.contribution_id = coalesce(c.merged_into, c.id) and t.removed_at is null`,
      ).as('placements'),
    ])
    .execute()
  return rows.map((row): OwnAnswer => {
    const { given_on, credit, withdrawn_on } = row
    return {
      id: row.id,
      promptId: row.prompt_id,
      question: inTheirLanguage(row.questions, here.lang).text,
      lang: row.lang,
      choice: row.choice,
      body: row.body,
      state: row.state as OwnAnswer['state'], // the check constraints allow exactly these
      hasVoice: row.has_voice,
      promptOpen: row.prompt_state === 'open' && !here.ended,
      translations: row.translations.filter(({ lang }) => lang !== row.lang),
      outcome: row.outcome
        ? {
            kind: row.outcome as NonNullable<OwnAnswer['outcome']>['kind'],
            reason: inTheirLanguage(row.reasons, here.lang).text,
          }
        : undefined,
      placements: row.placements,
      consent: given_on ? { credit: credit === 'none' ? 'none' : 'pseudonym', givenOn: given_on, withdrawnOn: withdrawn_on } : undefined,
    }
  })
}
