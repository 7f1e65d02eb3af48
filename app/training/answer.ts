import type { Problems } from '#app/shared/http/read-form.server.ts'
import type { Translate } from '#app/shared/messages/translator-of.ts'
import { fieldErrors, type FieldError } from './training.schema.ts'

const isFieldError = (code: string): code is FieldError => fieldErrors.some((known) => known === code)

/** Problems of a form as sentences in the reader's language, with what was typed. */
export function refusedForm(t: Translate, { problems, typed }: { problems: Problems; typed: Record<string, string> }) {
  const errors = Object.entries(problems).map(([name, code]) => [name, t(`training.error.${isFieldError(code) ? code : 'invalid'}`)])
  return { errors: Object.fromEntries(errors) as Record<string, string>, typed }
}
