import { type Logger, pino } from 'pino'

export type { Logger } from 'pino'

/** JSON logs on standard output: what happened and where, never content, secrets or query strings. */
export function openLog(level: string): Logger {
  return pino({ level, base: null, redact: ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.token'] })
}
