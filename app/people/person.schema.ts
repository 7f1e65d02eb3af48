import { z } from 'zod'
import { roles } from '#app/shared/actor.ts'
import { listSearch } from '#app/shared/form-fields.ts'
import { languages } from '#app/shared/languages.ts'
import { isCommonPassword } from './common-passwords.ts'
import { sameAddress } from './person.ts'

/**
 * Inputs of the forms about people. Messages are codes: the pages show t(`people.error.${code}`).
 * Control characters are refused everywhere: PostgreSQL rejects NUL, and mail headers must not break.
 */
export const fieldErrors = [
  'required',
  'too-long',
  'invalid',
  'email',
  'password-short',
  'password-long',
  'password-common',
  'password-wrong',
] as const
export type FieldError = (typeof fieldErrors)[number]

const code = (value: FieldError): FieldError => value

export const line = (max: number) =>
  z
    .string({ error: code('required') })
    .trim()
    .min(1, code('required'))
    .max(max, code('too-long'))
    .regex(/^\P{Cc}*$/u, code('invalid'))

/** Several lines, may be empty. */
export const paragraph = (max: number) =>
  z
    .string()
    .trim()
    .max(max, code('too-long'))
    .regex(/^[\P{Cc}\n\r\t]*$/u, code('invalid'))
    .default('')

export const emailField = line(254)
  .transform(sameAddress)
  .pipe(z.email(code('email')))

/** The rule for new passwords: 8–256 characters, none that guessers try first, no composition rules (NIST SP 800-63B). */
export const newPassword = z
  .string({ error: code('required') })
  .refine((value) => [...value].length >= 8, code('password-short'))
  .refine((value) => [...value].length <= 256, code('password-long'))
  .refine((value) => !isCommonPassword(value), code('password-common'))

/** A password typed to prove who one is: only bounded. */
const givenPassword = z
  .string({ error: code('required') })
  .min(1, code('required'))
  .max(1024, code('password-long'))

export const tokenField = z.string().regex(/^[\w-]{20,100}$/)
const checkbox = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

/** The address or its first part is the first thing a guesser tries. */
const notTheAddress = (input: { email: string; password: string }): boolean => {
  const password = input.password.toLowerCase()
  return password !== input.email && password !== input.email.split('@')[0]
}

export const signInSchema = z.object({
  email: line(254).transform(sameAddress),
  password: givenPassword,
  /** Where to go then; checked by localPath. */
  next: z.string().max(2_000).optional().catch(undefined),
})
export const registerSchema = z
  .object({ name: line(120), email: emailField, password: newPassword })
  .refine(notTheAddress, { path: ['password'], error: code('password-common') })
export const emailSchema = z.object({ email: emailField })
export const resetSchema = z.object({ token: tokenField, password: newPassword })
export const tokenSchema = z.object({ token: tokenField })
export const acceptInvitationSchema = z.object({ token: tokenField, name: line(120), password: newPassword })
export const profileSchema = z.object({
  name: line(120),
  bio: paragraph(2_000),
  locale: z.enum(languages, code('invalid')),
  listed: checkbox,
})
export const changePasswordSchema = z.object({ current: givenPassword, password: newPassword })
export const changeEmailSchema = z.object({ current: givenPassword, email: emailField })
export const closeAccountSchema = z.object({ current: givenPassword })
export const inviteActSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('invite'), email: emailField, role: z.enum(roles, code('invalid')) }),
  z.object({ act: z.literal('withdraw'), hash: z.string().regex(/^[0-9a-f]{64}$/, code('invalid')) }),
])
export const accountActSchema = z.object({ act: z.enum(['role', 'suspend', 'restore']), role: z.enum(roles).default('member') })
export const idSchema = z.uuid()

/** Search and page of the administrator's list; anything odd falls back to the default. */
export const peopleQuerySchema = z.object({
  q: listSearch,
  role: z.enum(roles).optional().catch(undefined),
  state: z.enum(['active', 'suspended', 'closed']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type PeopleQuery = z.infer<typeof peopleQuerySchema>

/** The page number of a list; anything odd is the first. */
export const pageSchema = z.coerce.number().int().min(1).max(10_000).catch(1)
