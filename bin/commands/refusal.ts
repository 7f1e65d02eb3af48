import { DataDirInUse } from '#db/embedded/claim.ts'
import { CommandRefused } from './command.ts'

/** Nobody there, not in this moment, not for us, or no database of this name (PostgreSQL's codes, then the network's). */
const unanswered = [
  '08001',
  '08006',
  '28000',
  '28P01',
  '3D000',
  '57P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
]

/** What the operator can act on, in one sentence; undefined for a mistake of ours, whose stack is needed. */
export function refusalOf(error: unknown): string | undefined {
  if (error instanceof CommandRefused || error instanceof DataDirInUse) return error.message
  const { code } = error as { code?: unknown }
  if (typeof code !== 'string') return undefined
  if (code === '42P01') return 'The database has no tables of this version yet: run casa migrate first.'
  return unanswered.includes(code) ? `The database cannot be reached (${code}): is it running, is DATABASE_URL right?` : undefined
}
