import { z } from 'zod'

/** A public source that texts refer to as [s1], and the day it was last read. */
export const sourceSchema = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
  url: z.url({ protocol: /^https?$/ }),
  title: z.string().min(1).max(300),
  publisher: z.string().max(200).default(''),
  readOn: z.iso.date().nullable().default(null),
})
export type Source = z.infer<typeof sourceSchema>

/** Sources as people type them in a form: one a line, `s1 | title | address | publisher | day it was read`. */
export const sourceLine = ({ key, title, url, publisher, readOn }: Source): string =>
  [key, title, url, publisher, readOn ?? ''].join(' | ').replace(/[ |]+$/, '')

/** Reads one such line; undefined when it does not fit. */
export function parseSourceLine(line: string): Source | undefined {
  const [key, title, url, publisher = '', readOn = ''] = line.split('|').map((part) => part.trim())
  const parsed = sourceSchema.safeParse({ key, title, url, publisher, readOn: readOn === '' ? null : readOn })
  return parsed.success ? parsed.data : undefined
}
