import { z } from 'zod'
import type { Lang } from './languages.ts'

/** Lists kept in a jsonb column in both languages: materials, prompts, sources. */
export type BilingualList<Item> = { it: Item[]; en: Item[] }

/** Schema of such a column: parsed on read, since jsonb promises nothing. */
export const bilingualList = <Item extends z.ZodType>(item: Item) =>
  z.object({ it: z.array(item).default([]), en: z.array(item).default([]) })

/** The reader's list with the language it is really in: Italian where no other exists. */
export function pickList<Item>(lang: Lang, list: BilingualList<Item>): { items: Item[]; lang: 'it' | 'en' } {
  return lang !== 'it' && list.en.length > 0 ? { items: list.en, lang: 'en' } : { items: list.it, lang: 'it' }
}
