import type { z } from 'zod'
import { type PracticeInput, practiceInput, type SectionTexts, sectionTexts } from './practice.schema.ts'
import { practiceSections } from './practice.ts'

/** Names people choose from, and what they stand for. Forms without JavaScript send the name (input with a datalist). */
export type Choices = { territories: ReadonlyMap<string, string>; organisations: ReadonlyMap<string, string> }

/** What was typed, by field, in order: what the form shows again when something is wrong. */
export type Typed = Record<string, string[]>

export const practiceErrors = [
  'required',
  'tooLong',
  'invalid',
  'date',
  'beforeStart',
  'ongoing',
  'leadAndPartner',
  'url',
  'unknown',
  'sourceTitle',
] as const
export type PracticeError = (typeof practiceErrors)[number]

export type FormAnswer =
  { ok: true; input: PracticeInput; sections: SectionTexts } | { ok: false; problems: Record<string, PracticeError>; typed: Typed }

const plain = (name: string): string => name.trim().toLocaleLowerCase('it').replace(/\s+/g, ' ')

/** Reads the posted form. Total: whatever is sent gives an input or problems by field, with everything typed kept. */
export function readPracticeForm(form: FormData, choices: Choices): FormAnswer {
  const typed: Typed = {}
  for (const [name, value] of form) if (typeof value === 'string') (typed[name] ??= []).push(value)
  const one = (name: string) => typed[name]?.[0] ?? ''
  const filled = (name: string) => (typed[name] ?? []).filter((value) => value.trim() !== '')
  const problems: Record<string, PracticeError> = {}
  const chosen = (name: string, among: ReadonlyMap<string, string>) => {
    const byName = new Map([...among].map(([label, id]) => [plain(label), id]))
    return filled(name).flatMap((label) => {
      const id = byName.get(plain(label))
      if (!id) problems[name] = 'unknown'
      return id ? [id] : []
    })
  }
  const sources = (typed.source_url ?? []).map((url, i) => ({ url: url.trim(), title: (typed.source_title?.[i] ?? '').trim() }))
  const parsed = practiceInput.safeParse({
    ...Object.fromEntries(
      ['type', 'title_it', 'title_en', 'summary_it', 'summary_en', 'place', 'period_start', 'period_end', 'cost', 'contact', 'licence'].map(
        (name) => [name, one(name)],
      ),
    ),
    territories: chosen('territories', choices.territories),
    leads: chosen('leads', choices.organisations),
    partners: chosen('partners', choices.organisations),
    themes: filled('themes'),
    kinds: filled('kinds'),
    targets: filled('targets'),
    ongoing: one('ongoing') === 'on',
    lesson: one('lesson') === 'on',
    sources: sources.filter((source) => source.url !== '' || source.title !== ''),
  })
  const sections = sectionTexts.safeParse(Object.fromEntries(practiceSections.filter((key) => typed[key]).map((key) => [key, one(key)])))
  if (!parsed.success) for (const issue of parsed.error.issues) problems[fieldOf(issue)] ??= errorOf(issue)
  if (!sections.success) for (const issue of sections.error.issues) problems[String(issue.path[0])] ??= 'tooLong'
  if (parsed.success && sections.success && Object.keys(problems).length === 0)
    return { ok: true, input: parsed.data, sections: sections.data }
  return { ok: false, problems, typed }
}

const fieldOf = (issue: z.core.$ZodIssue): string => String(issue.path[0] ?? '')

function errorOf(issue: z.core.$ZodIssue): PracticeError {
  if (issue.path[0] === 'sources') return issue.path[2] === 'title' ? 'sourceTitle' : 'url'
  if (issue.code === 'too_small') return 'required'
  if (issue.code === 'too_big') return 'tooLong'
  const said = { date: 'date', 'before-start': 'beforeStart', ongoing: 'ongoing', 'lead-and-partner': 'leadAndPartner' } as const
  return said[issue.message as keyof typeof said] ?? 'invalid'
}
