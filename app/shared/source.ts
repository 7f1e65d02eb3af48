import { z } from 'zod'

/** A public source that texts refer to as [s1], and the day it was last read. */
export const sourceSchema = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
  url: z.url({ protocol: /^https?$/ }),
  title: z.string().min(1),
  publisher: z.string().default(''),
  readOn: z.iso.date().nullable().default(null),
})
export type Source = z.infer<typeof sourceSchema>
