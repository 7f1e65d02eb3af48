import { z } from 'zod'
import { participantLanguages } from '../participant-languages.ts'

export const boardIntents = [
  'open-prompt',
  'close-prompt',
  'project',
  'lock',
  'unlock',
  'timer',
  'rules',
  'close-meeting',
  'reopen-meeting',
  'open-code',
  'close-code',
  'move',
  'tables',
  'lock-table',
  'unlock-table',
  'contain',
  'block',
  'unblock',
  'hide-all',
  'keep-reported',
  'hide-reported',
  'scribe',
  'show',
  'hide',
  'mark',
  'unmark',
  'group',
  'merge',
  'separate',
  'translate',
  'transcribe',
  'outcome',
  'place',
  'place-table',
] as const

const id = z.union([z.literal(''), z.uuid()]).default('')
const words = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\P{Cc}\n\r\t]*$/u)
    .transform((text) => text.normalize('NFC').trim())
    .default('')
const checked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

/** A number somebody types; an empty field is a slip, never 0: it would take a timer or a rule away unasked. */
const typed = (min: number, max: number, empty: number) =>
  z.string().trim().min(1).pipe(z.coerce.number<string>().int().min(min).max(max)).prefault(String(empty))

/** Every form of the board: one intent and what it needs; the rest has a harmless default. */
export const boardIntent = z.object({
  intent: z.enum(boardIntents),
  id,
  participant: id,
  card: z.array(z.uuid()).max(500).default([]),
  title: words(120),
  body: words(3_000),
  saidBy: words(80),
  consent: checked,
  outcome: z.string().max(20).default(''),
  lang: z.enum(participantLanguages).default('it'),
  minutes: typed(0, 600, 0),
  slow: typed(0, 600, 0),
  links: checked,
  first: checked,
  capacity: typed(1, 2_000, 200),
  count: typed(0, 60, 0),
  /** A live text to put a card into. */
  target: z.string().max(80).default(''),
  since: z.coerce.number().int().min(0).default(0),
  /** A raid: only who posted this many cards; who stays whatever the rest says. */
  cards: z.coerce.number().int().min(0).max(1_000).default(0),
  keep: z.array(z.uuid()).max(2_000).default([]),
})
export type BoardIntent = z.infer<typeof boardIntent>

/** Fields where somebody types a number, and may leave it empty or go beyond what is allowed. */
export const isNumberField = (name: unknown): boolean => ['minutes', 'slow', 'capacity', 'count'].includes(String(name))
