import { z } from 'zod'

/**
 * A list typed in a text area, one item a line; blank lines are skipped. `read` turns a line into an item, or
 * undefined when it does not fit: the whole field is then refused with `invalid-line`.
 */
export const lineList = <Item>(read: (line: string) => Item | undefined, most = 60) =>
  z
    .string()
    .max(40_000, 'too-long')
    .regex(/^[\P{Cc}\n\r\t]*$/u, 'invalid')
    .default('')
    .transform((text, context): Item[] => {
      const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
      const items = lines.map(read)
      if (lines.length > most || items.includes(undefined)) context.addIssue({ code: 'custom', message: 'invalid-line' })
      return items.filter((item): item is Item => item !== undefined)
    })
