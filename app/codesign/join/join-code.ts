/**
 * A join code: eight characters on a screen, with a QR, that let people into one process without an account.
 * Life: made → open → expired, full, or revoked; it also ends with its meeting and its process.
 */

/** Characters that nobody mistakes for another: no 0 and O, no 1 and I. 32 of them: five bits each. */
export const CODE_CHARACTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const SHAPE = /^[2-9A-HJ-NP-Z]{8}$/

export type ReadCode = { ok: true; code: string } | { ok: false; problem: 'empty' | 'look-alike' | 'not-a-code' }

/**
 * What somebody typed, as a code: small letters, spaces, dashes and other scripts' digits are forgiven. `look-alike`
 * when it holds a character that no code has (0, O, 1, I) and would have the right length.
 */
export function readJoinCode(typed: string): ReadCode {
  const code = plainCode(typed)
  if (code === '') return { ok: false, problem: 'empty' }
  if (SHAPE.test(code)) return { ok: true, code }
  return { ok: false, problem: code.length === 8 && /[01OI]/.test(code) ? 'look-alike' : 'not-a-code' }
}

/** Upper case Latin letters and digits only; digits of Arabic and Urdu keyboards become ours. */
export function plainCode(typed: string): string {
  return typed
    .slice(0, 200)
    .normalize('NFKC')
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** In two groups, as it is shown and read out. */
export const spacedCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`

export const processStates = ['draft', 'open', 'closed', 'archived'] as const

export type CodeFacts = {
  expiresAt: Date
  revokedAt: Date | null
  meetingClosedAt: Date | null
  processState: (typeof processStates)[number]
}
/** Why a code lets nobody write any more. */
export type CodeEnd = 'revoked' | 'expired' | 'meeting-closed' | 'process-closed' | 'not-yet'

/** Why somebody does not come in by what they typed. */
export type JoinRefusal = CodeEnd | 'unknown' | 'too-many' | 'full'

/** Undefined while people who came in by the code may answer; else the reason that helps them most. */
export function endOfCode({ expiresAt, revokedAt, meetingClosedAt, processState }: CodeFacts, now: Date): CodeEnd | undefined {
  if (processState === 'draft') return 'not-yet'
  if (processState !== 'open') return 'process-closed'
  if (meetingClosedAt) return 'meeting-closed'
  if (revokedAt) return 'revoked'
  return expiresAt <= now ? 'expired' : undefined
}
