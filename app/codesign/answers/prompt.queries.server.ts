import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Here } from '../join/participant-session.server.ts'
import type { ParticipantLang } from '../participant-languages.ts'
import type { PromptKind } from './answer.ts'

/** A question as the rules for answers see it. */
export type AskedPrompt = {
  id: string
  kind: PromptKind
  state: 'draft' | 'open' | 'closed'
  /** How many choices it has. */
  choices: number
  locked: boolean
  slowSeconds: number
  holdLinks: boolean
  holdFirst: boolean
}

/** A question that is put to this participant: of their process, and of no meeting or theirs. */
function promptsFor(db: Db, here: Here) {
  return db
    .selectFrom('prompt as p')
    .where('p.process_id', '=', here.participant.processId)
    .where((eb) => eb.or([eb('p.meeting_id', 'is', null), ...(here.meetingId ? [eb('p.meeting_id', '=', here.meetingId)] : [])]))
}

/** One question with the settings of the meeting it is asked in. Undefined when it is not for them. */
export async function findAskedPrompt(db: Db, here: Here, promptId: string): Promise<AskedPrompt | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(promptId)) return undefined
  const row = await promptsFor(db, here)
    .leftJoin('meeting as m', (join) => join.on('m.id', '=', sql<string>`coalesce(p.meeting_id, ${here.meetingId}::uuid)`))
    .where('p.id', '=', promptId)
    .select(['p.id', 'p.kind', 'p.state', 'm.locked', 'm.slow_seconds', 'm.hold_links', 'm.hold_first'])
    .select(
      sql<number>`coalesce((select max(jsonb_array_length(t.choices)) from prompt_text t where t.prompt_id = p.id), 0)::int`.as('choices'),
    )
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      kind: row.kind as PromptKind, // the check constraint allows exactly these
      state: row.state as AskedPrompt['state'],
      choices: row.choices,
      locked: row.locked ?? false,
      slowSeconds: row.slow_seconds ?? 0,
      holdLinks: row.hold_links ?? true,
      holdFirst: row.hold_first ?? false,
    }
  )
}

export type AskedText = { lang: string; question: string; help: string; choices: string[]; toReview: boolean }
export type Card = {
  id: string
  kind: PromptKind
  voice: boolean
  /** In the participant's language, or in what there is. */
  text: AskedText
  /** What it was translated from, when that is another language. */
  original: AskedText | undefined
  /** Their answers to it, newest last. */
  answers: CardAnswer[]
}
export type CardAnswer = {
  id: string
  clientKey: string
  choice: number | null
  body: string
  state: string
  hasVoice: boolean
  decided: boolean
}

/** The questions that are open for this participant now, in their order. */
export function listOpenPrompts(db: Db, here: Here) {
  return promptsFor(db, here)
    .where('p.state', '=', 'open')
    .orderBy('p.position')
    .orderBy('p.id')
    .select(['p.id', 'p.kind', 'p.voice'])
    .execute()
}

/** The open questions for this participant in their order, each with their own answers. */
export async function listCards(db: Db, here: Here): Promise<Card[]> {
  const prompts = await listOpenPrompts(db, here)
  if (prompts.length === 0) return []
  const ids = prompts.map(({ id }) => id)
  const texts = await db
    .selectFrom('prompt_text')
    .where('prompt_id', 'in', ids)
    .select(['prompt_id', 'lang', 'question', 'help', 'choices', 'to_review'])
    .execute()
  const answers = await answersTo(db, here, ids)
  return prompts.flatMap((prompt) => {
    const own = texts.filter((text) => text.prompt_id === prompt.id).map(askedText)
    const { text, original } = inTheirLanguage(own, here.lang)
    if (!text) return []
    return [{ id: prompt.id, kind: prompt.kind as PromptKind, voice: prompt.voice, text, original, answers: answers.get(prompt.id) ?? [] }]
  })
}

const askedText = (row: { lang: string; question: string; help: string; choices: unknown; to_review: boolean }): AskedText => ({
  lang: row.lang,
  question: row.question,
  help: row.help,
  choices: Array.isArray(row.choices) ? row.choices.map(String) : [],
  toReview: row.to_review,
})

/**
 * The text in the reader's language, else in Italian, else in English, else any; and the original behind a
 * translation: what is written in Italian is what the facilitators wrote.
 */
export function inTheirLanguage<Text extends { lang: string }>(texts: Text[], lang: ParticipantLang) {
  const find = (wanted: string): Text | undefined => texts.find((text) => text.lang === wanted)
  const text = find(lang) ?? find('it') ?? find('en') ?? texts[0]
  const source = find('it') ?? find('en')
  return { text, original: source && text && source.lang !== text.lang ? source : undefined }
}

async function answersTo(db: Db, here: Here, promptIds: string[]): Promise<Map<string, CardAnswer[]>> {
  const rows = await db
    .selectFrom('contribution as c')
    .where('c.participant_id', '=', here.participant.id)
    .where('c.prompt_id', 'in', promptIds)
    .where('c.state', '<>', 'withdrawn')
    .orderBy('c.created_at')
    .select(['c.id', 'c.prompt_id', 'c.client_key', 'c.choice', 'c.body', 'c.state'])
    .select(sql<boolean>`exists (select from contribution_voice v where v.contribution_id = c.id)`.as('has_voice'))
    .select(sql<boolean>`exists (select from contribution_outcome o where o.contribution_id = c.id)`.as('decided'))
    .execute()
  const byPrompt = new Map<string, CardAnswer[]>()
  for (const { id, prompt_id, client_key, choice, body, state, has_voice, decided } of rows) {
    const answer = { id, clientKey: client_key, choice, body, state, hasVoice: has_voice, decided }
    byPrompt.set(prompt_id ?? '', [...(byPrompt.get(prompt_id ?? '') ?? []), answer])
  }
  return byPrompt
}
