import type { Problems } from '#app/shared/http/read-form.server.ts'
import type { Translate } from '#app/shared/messages/translator-of.ts'
import { fieldErrors, type FieldError } from './manual.schema.ts'

const isFieldError = (code: string): code is FieldError => fieldErrors.some((known) => known === code)

/** Problems of a form as sentences in the reader's language, with what was typed. */
export function refusedForm(t: Translate, { problems, typed }: { problems: Problems; typed: Record<string, string> }) {
  const errors = Object.entries(problems).map(([name, code]) => [name, t(`manual.error.${isFieldError(code) ? code : 'invalid'}`)])
  return { errors: Object.fromEntries(errors) as Record<string, string>, typed }
}

/** One sentence at a field, with what was typed. */
export const refusedField = (name: string, sentence: string, typed: Record<string, string>) => ({ errors: { [name]: sentence }, typed })
