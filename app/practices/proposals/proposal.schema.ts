import { z } from 'zod'
import type { ProposalStep } from './proposal.ts'

const line = (max: number) =>
  z
    .string()
    .max(max, 'tooLong')
    .transform((text) => text.replace(/\p{Cc}+/gu, ' ').trim())
const story = z.string().max(5_000, 'tooLong').default('')
const terms = z.array(z.string().max(80)).max(40).default([])
const year = z
  .string()
  .trim()
  .regex(/^$|^(19|20)\d{2}(-(0[1-9]|1[0-2]))?$/, 'date')
  .default('')

/** Every field of a proposal with what is too much of it; what must be there is `missingIn`, so that half a form is kept. */
export const proposalFields = z.object({
  title: line(140).default(''),
  summary: line(400).default(''),
  place: line(120).default(''),
  body: line(160).default(''),
  period_start: year,
  ongoing: z.boolean().default(false),
  themes: terms,
  kinds: terms,
  problem: story,
  how: story,
  results: story,
  difficulties: story,
  source_url: z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'url' })]).default(''),
  source_title: line(200).default(''),
  email: z.union([z.literal(''), z.email('email')]).default(''),
})
export type ProposalFields = z.infer<typeof proposalFields>
export type ProposalField = keyof ProposalFields

/** Which fields each step asks for. */
export const fieldsOfStep: Record<ProposalStep, readonly ProposalField[]> = {
  1: ['title', 'summary'],
  2: ['place', 'body', 'period_start', 'ongoing'],
  3: ['how', 'problem', 'results', 'difficulties', 'themes', 'kinds'],
  4: ['source_url', 'source_title', 'email'],
}

/** The six fields that make a proposal (product.md E1); people with an account need no address. */
export const requiredFields = ['title', 'summary', 'place', 'body', 'how', 'email'] as const satisfies readonly ProposalField[]

const shortest: Partial<Record<ProposalField, number>> = { title: 3, summary: 10, how: 20 }

/** Required fields that say nothing yet, of one step or of all. */
export function missingIn(fields: ProposalFields, { step, signedIn }: { step?: ProposalStep; signedIn: boolean }): ProposalField[] {
  return requiredFields.filter((name) => {
    if (name === 'email' && signedIn) return false
    if (step !== undefined && !fieldsOfStep[step].includes(name)) return false
    return fields[name].trim().length < (shortest[name] ?? 1)
  })
}

/** The first step with something missing. */
export const stepWith = (missing: readonly ProposalField[]): ProposalStep =>
  ([1, 2, 3, 4] as const).find((step) => fieldsOfStep[step].some((name) => missing.includes(name))) ?? 4

export type ProposalProblem = 'required' | 'tooLong' | 'date' | 'url' | 'email' | 'invalid'
const known: readonly string[] = ['tooLong', 'date', 'url', 'email']
export type StepRead =
  | { ok: true; fields: Partial<ProposalFields> }
  | { ok: false; problems: Partial<Record<ProposalField, ProposalProblem>>; typed: Partial<ProposalFields> }

/** Reads one step's fields from its form; what was typed comes back when something is wrong with it. */
export function readStep(form: FormData, step: ProposalStep): StepRead {
  const one = (name: string) => String(form.get(name) ?? '')
  const all = (name: string) => form.getAll(name).filter((value): value is string => typeof value === 'string')
  const given = Object.fromEntries(
    fieldsOfStep[step].map((name) => {
      if (name === 'themes' || name === 'kinds') return [name, all(name)]
      return [name, name === 'ongoing' ? one(name) === 'on' : one(name).trim()]
    }),
  ) as Partial<ProposalFields>
  const parsed = proposalFields.safeParse(given)
  if (parsed.success) return { ok: true, fields: Object.fromEntries(fieldsOfStep[step].map((name) => [name, parsed.data[name]])) }
  const problems: Partial<Record<ProposalField, ProposalProblem>> = {}
  for (const { path, message } of parsed.error.issues)
    problems[path[0] as ProposalField] ??= known.includes(message) ? (message as ProposalProblem) : 'invalid'
  return { ok: false, problems, typed: given }
}

/** Fields as stored: what no longer fits the schema is empty. */
export const parseFields = (value: unknown): ProposalFields => proposalFields.catch(() => proposalFields.parse({})).parse(value)
