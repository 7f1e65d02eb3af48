import { z } from 'zod'
import { bilingualList } from '#app/shared/bilingual-list.ts'
import { sourceSchema } from '#app/shared/source.ts'

/** Kinds of material a session points to. */
export const materialKinds = ['guide', 'dataset', 'law', 'practice', 'slides', 'recording'] as const

export const materialSchema = z.object({
  title: z.string().min(1),
  url: z.url({ protocol: /^https?$/ }),
  kind: z.enum(materialKinds),
})
export type Material = z.infer<typeof materialSchema>

/** The bilingual jsonb columns of programmes and sessions. */
export const names = bilingualList(z.string().min(1))
export const materials = bilingualList(materialSchema)
export const sources = bilingualList(sourceSchema)
