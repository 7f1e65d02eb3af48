import { z } from 'zod'
import { parseLiveName } from '#app/documents/access.ts'
import type { Problems } from '#app/shared/http/read-form.server.ts'
import { optionalPassages, passagesField, reasonField, type ErasureReason } from './erasure.ts'
import type { ErasureTarget } from './erase-words.server.ts'

export type ErasureForm =
  | { intent: 'find'; passages: string[] }
  | { intent: 'erase'; reason: ErasureReason; targets: ErasureTarget[]; files: string[] }
  | { intent: 'again'; problems: Problems }

/**
 * Reads what the page of erasures posts: the search, or the erasure of the chosen texts. The passages for a text in
 * another language come in its own field.
 */
export function readErasureForm(form: FormData): ErasureForm {
  const field = (name: string) => String(form.get(name) ?? '')
  const passages = passagesField.safeParse(field('passages'))
  if (!passages.success) return { intent: 'again', problems: { passages: passages.error.issues[0]?.message ?? 'missing' } }
  if (field('intent') !== 'erase') return { intent: 'find', passages: passages.data }
  const problems: Problems = {}
  const reason = reasonField.safeParse(field('reason'))
  if (!reason.success) problems.reason = 'missing'
  const targets = form.getAll('text').flatMap((name) => targetOf(String(name), passages.data))
  for (const [key, value] of form) {
    if (!key.startsWith('in.')) continue
    const own = optionalPassages.safeParse(String(value))
    if (!own.success) problems[key] = own.error.issues[0]?.message ?? 'missing'
    else if (own.data.length > 0) targets.push(...targetOf(key.slice(3), own.data))
  }
  const files = z.array(z.uuid()).catch([]).parse(form.getAll('file'))
  if (targets.length + files.length === 0) problems.text = 'none'
  if (field('sure') !== 'yes') problems.sure = 'missing'
  if (!reason.success || Object.keys(problems).length > 0) return { intent: 'again', problems }
  return { intent: 'erase', reason: reason.data, targets, files }
}

const targetOf = (name: string, what: string[]): ErasureTarget[] => {
  const ref = parseLiveName(name)
  return ref ? [{ ...ref, what }] : []
}
