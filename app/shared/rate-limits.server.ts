import { createHash } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { once } from './once.ts'

/** `points` tries per `duration` (seconds). */
export type LimitRules = Record<string, { points: number; duration: number }>

export type Limits<Rule extends string> = {
  /** Counts one try. Returns undefined when allowed, else after how many seconds to try again. */
  secondsToWait: (rule: Rule, ...parts: string[]) => Promise<number | undefined>
  /** Forgets the tries, after a success. */
  forgetTries: (rule: Rule, ...parts: string[]) => Promise<void>
}

const keyOf = (parts: string[]): string => createHash('sha256').update(parts.join('\n')).digest('base64')

/** Limits of one module. Counted per process, in memory: an address is never written to disk for this. */
export function rateLimits<Rules extends LimitRules>(module: string, rules: Rules): Limits<Extract<keyof Rules, string>> {
  type Rule = Extract<keyof Rules, string>
  const limiterOf = (rule: Rule) =>
    once(`${module}.limit.${rule}`, () => new RateLimiterMemory({ keyPrefix: `${module}.${rule}`, ...(rules[rule] as LimitRules[string]) }))
  return {
    async secondsToWait(rule, ...parts) {
      try {
        await limiterOf(rule).consume(keyOf(parts))
        return undefined
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000))
        throw refused
      }
    },
    async forgetTries(rule, ...parts) {
      await limiterOf(rule).delete(keyOf(parts))
    },
  }
}
