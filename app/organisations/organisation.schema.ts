import { z } from 'zod'
import { listSearch } from '#app/shared/form-fields.ts'
import { emailField, line, paragraph, tokenField } from '#app/people/person.schema.ts'
import { membershipRoles, organisationKinds } from './organisation.ts'

/** Inputs about bodies; messages are the codes of people/person.schema.ts. */
const website = z
  .string()
  .trim()
  .max(300, 'too-long')
  .refine((value) => value === '' || (/^https?:\/\//.test(value) && URL.canParse(value)), 'invalid')
  .transform((value) => value || null)

export const organisationSchema = z.object({
  name: line(200),
  kind: z.enum(organisationKinds, 'invalid'),
  territory_id: z
    .string()
    .trim()
    .max(80, 'invalid')
    .default('')
    .transform((value) => value || null),
  website: website.default(null),
  description_it: paragraph(3_000),
  description_en: paragraph(3_000),
})
export type OrganisationInput = z.infer<typeof organisationSchema>

export const memberActionSchema = z.object({
  membership: z.uuid('invalid'),
  act: z.enum(['approve', 'refuse', 'end', 'make-member', 'make-contact']),
})
/** The page of a body's people: invite somebody, or decide on a row. */
export const memberFormSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('invite'), email: emailField, role: z.enum(membershipRoles, 'invalid') }),
  memberActionSchema,
])
export const membershipTokenSchema = z.object({ token: tokenField })

/** Search and filters of the list; anything odd falls back to the default. */
export const organisationQuerySchema = z.object({
  q: listSearch,
  kind: z.enum(organisationKinds).optional().catch(undefined),
  territory: z
    .string()
    .regex(/^[\w:-]{1,80}$/)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type OrganisationQuery = z.infer<typeof organisationQuerySchema>
