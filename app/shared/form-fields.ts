import { z } from 'zod'

/** What can be wrong in these fields; a module's own list of codes holds those it uses. */
type FieldProblem = 'required' | 'too-long' | 'invalid' | 'date' | 'url'
const code = (value: FieldProblem): FieldProblem => value

/** One line of text without control characters; empty unless `required`. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, code('too-long'))
    .regex(/^\P{Cc}*$/u, code('invalid'))
    .default('')

/** One line that must be there. */
export const required = (max: number) => line(max).pipe(z.string().min(1, code('required')))

/** Text of several lines. */
export const paragraph = (max: number) =>
  z
    .string()
    .trim()
    .max(max, code('too-long'))
    .regex(/^[\P{Cc}\n\r\t]*$/u, code('invalid'))
    .default('')

export const day = z.iso.date(code('date'))
export const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, code('date'))

/** A web address; null when it is left empty. */
export const urlOrNone = z
  .union([z.literal(''), z.url({ protocol: /^https?$/, error: code('url') })])
  .default('')
  .transform((value) => (value === '' ? null : value))

/** Words typed into the search of a list; anything odd is no search. */
export const listSearch = z
  .string()
  .trim()
  .max(100)
  .regex(/^\P{Cc}*$/u)
  .catch('')
