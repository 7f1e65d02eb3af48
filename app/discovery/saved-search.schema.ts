import { z } from 'zod'
import { frequencies } from './saved-search.ts'

/** Forms about saved searches. Messages are codes: pages show t(`discovery.saved.error.${code}`). */
export const savedSearchErrors = ['required', 'too-long', 'invalid'] as const
export type SavedSearchError = (typeof savedSearchErrors)[number]

const code = (value: SavedSearchError): SavedSearchError => value
const name = z
  .string({ error: code('required') })
  .trim()
  .min(1, code('required'))
  .max(120, code('too-long'))
  .regex(/^\P{Cc}*$/u, code('invalid'))
const frequency = z.enum(frequencies, { error: code('invalid') })
const id = z.uuid({ error: code('invalid') })

/** `query` is the address of the result page after its question mark. */
export const saveSearchForm = z.object({ intent: z.literal('save'), name, frequency, query: z.string().min(1).max(4_000) })

export const changeSavedSearchForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('change'), id, name, frequency }),
  z.object({ intent: z.literal('pause'), id }),
  z.object({ intent: z.literal('resume'), id }),
  z.object({ intent: z.literal('delete'), id }),
])
export type SavedSearchChange = z.output<typeof changeSavedSearchForm>
export const savedSearchForm = z.discriminatedUnion('intent', [saveSearchForm, ...changeSavedSearchForm.options])
