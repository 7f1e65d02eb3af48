import { z } from 'zod'
import type { Attachment } from '../attachments/attachment.ts'
import type { DocJson } from '../schema/json.ts'

/** A frozen text: what readers, search, feeds and exports see. It never changes; a newer one takes its place. */
export type Edition = {
  id: string
  documentId: string
  lang: string
  number: number
  content: DocJson
  body: string
  attachments: Attachment[]
  contributors: Contributor[]
  sha256: string
  note: string
  publishedAt: Date
  current: boolean
  withdrawn: boolean
  /** Set when words were erased from it: when, its hash now, and the hashes it had before. */
  redaction: Redaction | undefined
}

export type Redaction = { at: Date; sha256: string; earlier: string[] }

type RedactionRow = { redacted_at: Date | null; sha256: string; earlier_sha256: string[] }

export const redactionOf = ({ redacted_at, sha256, earlier_sha256 }: RedactionRow): Redaction | undefined =>
  redacted_at ? { at: redacted_at, sha256, earlier: earlier_sha256 } : undefined

export type Contributor = z.infer<typeof contributor>
const contributor = z.object({ id: z.string(), name: z.string() })

/** Contributors as stored; `[]` when the column holds something else. */
export const parseContributors = (value: unknown): Contributor[] => z.array(contributor).catch([]).parse(value)

const node: z.ZodType<DocJson['content'][number]> = z.lazy(() =>
  z.object({
    type: z.string(),
    attrs: z.record(z.string(), z.unknown()).optional(),
    content: z.array(node).optional(),
    marks: z.array(z.object({ type: z.string(), attrs: z.record(z.string(), z.unknown()).optional() })).optional(),
    text: z.string().optional(),
  }),
)

/** Content as stored; the renderer checks links and images again. */
export const parseContent = (value: unknown): DocJson => z.object({ type: z.literal('doc'), content: z.array(node) }).parse(value)
