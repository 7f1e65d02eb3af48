import { z } from 'zod'

const table = z.object({
  name: z.string(),
  columns: z.array(z.string()).min(1),
  rows: z.number().int().nonnegative(),
  sha256: z.string(),
})

/** The first file of a backup: what is in it, and which schema it fits. */
export const manifestSchema = z.object({
  format: z.literal('casa-comune-backup-1'),
  madeAt: z.iso.datetime(),
  product: z.string(),
  postgres: z.string(),
  /** Names of the migrations that made the schema, in order. */
  migrations: z.array(z.string()).min(1),
  /** In an order that satisfies the foreign keys. */
  tables: z.array(table),
  sequences: z.array(z.object({ name: z.string(), value: z.number().int(), called: z.boolean() })),
  /** Jobs that had not run yet. */
  jobs: z.array(
    z.object({
      task: z.string(),
      payload: z.unknown(),
      runAt: z.iso.datetime(),
      maxAttempts: z.number().int(),
      key: z.string().nullable(),
      priority: z.number().int(),
    }),
  ),
  /** SHA-256 names of the uploaded files. */
  files: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
  /** Files the database names and the disk does not have: an alarm, kept in the backup that found it. */
  missingFiles: z.array(z.string()),
})

export type Manifest = z.infer<typeof manifestSchema>
