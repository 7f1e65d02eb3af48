import type { z } from 'zod'

/** Field name → code of what is wrong, as the schema says it; the empty name concerns the whole form. */
export type Problems = Record<string, string>
export type FormRead<Value> = { ok: true; value: Value } | { ok: false; problems: Problems; typed: Record<string, string> }

/** Never sent back to the browser. */
const secret = new Set(['password', 'current', 'token'])

/**
 * Parses a posted form with its schema. On bad input returns one problem per field (the first) and what was typed,
 * so that the page shows both; secrets are left out. Files are not read here.
 */
export async function readForm<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<FormRead<z.output<Schema>>> {
  const form = [...(await request.formData())].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const given = Object.fromEntries(form)
  const parsed = schema.safeParse(given)
  if (parsed.success) return { ok: true, value: parsed.data }
  const problems: Problems = {}
  for (const issue of parsed.error.issues) problems[issue.path.map(String).join('.')] ??= issue.message
  return { ok: false, problems, typed: Object.fromEntries(form.filter(([name]) => !secret.has(name))) }
}
