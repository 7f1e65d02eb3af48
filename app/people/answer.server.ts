import type { Entered } from '#app/shared/http/enter.server.ts'
import type { Problems } from '#app/shared/http/read-form.server.ts'
import type { Translate } from '#app/shared/messages/translator-of.ts'
import type { PasswordRefusal } from './check-own-password.server.ts'
import type { MailNotice, RefusedForm } from './form-answer.ts'
import { fieldErrors, type FieldError } from './person.schema.ts'

const isFieldError = (code: string): code is FieldError => fieldErrors.some((known) => known === code)

/** Problems of a schema as sentences in the reader's language; a code the schema did not choose reads "not valid". */
export function refusedForm(
  t: Translate,
  { problems, typed }: { problems: Problems; typed: Record<string, string> },
  labels: Record<string, string> = {},
): RefusedForm {
  const named: Record<string, string> = {
    name: t('people.field.name'),
    email: t('people.field.email'),
    password: t('people.field.password'),
    current: t('people.field.currentPassword'),
    ...labels,
  }
  const sentenceOf = (name: string, code: string) => {
    const label = named[name]
    // In the summary above the form several "required" must tell which.
    if (code === 'required' && label) return t('people.error.requiredField', { label })
    return t(`people.error.${isFieldError(code) ? code : 'invalid'}`)
  }
  const errors = Object.entries(problems).map(([name, code]) => [name, sentenceOf(name, code)])
  return { errors: Object.fromEntries(errors) as Record<string, string>, typed }
}

/** One sentence at a field, or with an empty name about the whole form. */
export const refusedField = (name: string, sentence: string, typed: Record<string, string> = {}): RefusedForm => ({
  errors: { [name]: sentence },
  typed,
})

/** The notice after a mail; the link only on loopback with the demonstration's content. */
export const mailNotice = ({ env, showMailLinks }: Entered, path: string | undefined): MailNotice => ({
  kept: !env.SMTP_URL,
  path: showMailLinks ? path : undefined,
})

/** The answer when the password asked again was wrong, or asked too often. */
export const refusedPassword = (t: Translate, refusal: PasswordRefusal, typed: Record<string, string> = {}): RefusedForm =>
  refusal.reason === 'too-many'
    ? refusedField('', t('people.error.tooMany', { minutes: refusal.minutes }), typed)
    : refusedField('current', t('people.error.password-wrong'), typed)
