import { isIP } from 'node:net'
import { rateLimits } from '#app/shared/rate-limits.server.ts'

const MINUTE_S = 60

const rules = {
  /** Per account and network, so that trying somebody's password never locks them out elsewhere. */
  'sign-in': { points: 5, duration: 15 * MINUTE_S },
  /** Per network over all accounts: a room of 120 people signs in from one address. */
  'sign-in-network': { points: 300, duration: 15 * MINUTE_S },
  'register-network': { points: 150, duration: 60 * MINUTE_S },
  /** Mails a stranger can make us send to one address. */
  'mail-address': { points: 5, duration: 60 * MINUTE_S },
  'mail-network': { points: 150, duration: 60 * MINUTE_S },
  /** Password asked again by a signed-in person. */
  'password-check': { points: 5, duration: 15 * MINUTE_S },
  /** Answers to "was this page useful?": a whole class may answer from one address. */
  'page-answer-network': { points: 120, duration: 60 * MINUTE_S },
  /** Proposals begun without an account, and codes tried to resume one. */
  'proposal-network': { points: 60, duration: 60 * MINUTE_S },
  'proposal-code': { points: 60, duration: 15 * MINUTE_S },
  invite: { points: 100, duration: 24 * 60 * MINUTE_S },
} as const

export type LimitRule = keyof typeof rules

const limits = rateLimits('people', rules)

/** Counts one try. Returns undefined when allowed, else after how many minutes to try again. */
export async function tryAgainIn(rule: LimitRule, ...parts: string[]): Promise<number | undefined> {
  const seconds = await limits.secondsToWait(rule, ...parts)
  return seconds === undefined ? undefined : Math.ceil(seconds / 60)
}

/** Forgets the tries, after a success. */
export const { forgetTries } = limits

/** The network behind an address: IPv4 as it is, IPv6 by its /64, which is one household or office. */
export function networkOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (isIP(plain) !== 6) return plain
  const [head = '', tail] = plain.split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  while (tail !== undefined && groups.length + after.length < 8) groups.push('0')
  return [...groups, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
