import path from 'node:path'
import { z } from 'zod'

const text = z.string().trim().min(1)
const port = z.coerce.number().int().min(0).max(65_535)

const schema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  PORT: port.default(3000),
  HOST: text.default('127.0.0.1'),
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: text.default('.data').transform((folder) => path.resolve(folder)),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  MEILI_URL: z.url({ protocol: /^https?$/ }).optional(),
  MEILI_API_KEY: text.optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must start with redis://')
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: text.default('Casa Comune <noreply@localhost>'),
  FILES_URL: text.optional(),
  SEED: z.enum(['none', 'content', 'demo']).optional(),
  TRUST_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  METRICS_TOKEN: z.string().min(16).optional(),
  ORG_NAME: text.optional(),
  ORG_CONTACT: text.optional(),
  DPO_CONTACT: text.optional(),
  AGID_STATEMENT_URL: z.url({ protocol: /^https?$/ }).optional(),
})

export type Env = z.infer<typeof schema>

export class EnvError extends Error {
  override name = 'EnvError'
}

/**
 * Reads the settings from environment variables; an empty value counts as unset.
 * Throws one EnvError that lists every problem, so that an operator mends them in one go.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const parsed = schema.safeParse(given)
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  const appUrl = typeof given.APP_URL === 'string' && URL.canParse(given.APP_URL) ? new URL(given.APP_URL) : undefined
  if (appUrl?.protocol === 'http:' && !isLoopback(appUrl.hostname))
    problems.push('APP_URL: must be https:// unless it is a loopback address (session cookies travel over it)')
  if (!parsed.success || problems.length > 0) throw new EnvError(`Wrong settings:\n${problems.map((line) => `  - ${line}`).join('\n')}`)
  return parsed.data
}

/** localhost, 127.0.0.1 and [::1]: one accepted site when APP_URL is unset. */
export const isLoopback = (hostname: string): boolean => ['localhost', '127.0.0.1', '[::1]', '::1'].includes(hostname)
