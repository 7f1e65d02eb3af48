import { z } from 'zod'
import { termLists } from './term.ts'

const name = z.string().trim().min(2).max(80)

export const termNames = z.object({ name_it: name, name_en: name, name_ar: name })
export type TermNames = z.infer<typeof termNames>

export const newTerm = termNames.extend({ list: z.enum(termLists) })
export type NewTerm = z.infer<typeof newTerm>

export const mergeTerms = z.object({ from: z.string().min(1).max(80), into: z.string().min(1).max(80) })
