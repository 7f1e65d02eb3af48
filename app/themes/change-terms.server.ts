import { z } from 'zod'
import type { Db } from '#db/connection.ts'
import type { Person } from '#app/shared/actor.ts'
import { addTerm } from './add-term.server.ts'
import { mergeTermsInto } from './merge-terms.server.ts'
import { renameTerm } from './rename-term.server.ts'
import { mergeTerms, newTerm, termNames } from './term.schema.ts'

const change = z.discriminatedUnion('act', [
  newTerm.extend({ act: z.literal('add') }),
  termNames.extend({ act: z.literal('rename'), id: z.string().min(1).max(80) }),
  mergeTerms.extend({ act: z.literal('merge') }),
])

/** What the page shows when a change was not made: why, of which act and term, and what was typed. */
export type TermRefusal = { ok: false; reason: 'names' | 'exists' | 'same-term' | 'other-list'; typed: Record<string, string> }

/** One change of the managed lists from the editors' page. */
export async function changeTerms(db: Db, actor: Person, typed: Record<string, string>): Promise<{ ok: true } | TermRefusal> {
  const parsed = change.safeParse(typed)
  if (!parsed.success) return { ok: false, reason: 'names', typed }
  const asked = parsed.data
  if (asked.act === 'rename') {
    const { name_it, name_en, name_ar } = asked
    await renameTerm(db, actor, asked.id, { name_it, name_en, name_ar })
    return { ok: true }
  }
  const outcome = asked.act === 'add' ? await addTerm(db, actor, asked) : await mergeTermsInto(db, actor, asked.from, asked.into)
  return outcome.ok ? { ok: true } : { ok: false, reason: outcome.reason, typed }
}
