/**
 * One participant's answer to one question: words, a choice or a voice. Its life: shown (or held, until a facilitator
 * lets it through) → changed as often as wished while the question is open and nothing is decided → withdrawn, and
 * put back, or hidden by a facilitator.
 */
export const answerLimits = { choice: 500, line: 300, text: 3_000 } as const
export type PromptKind = keyof typeof answerLimits

export type AnswerFacts = {
  /** They may not write any more (code ended, blocked). */
  ended: boolean
  promptState: 'draft' | 'open' | 'closed'
  /** The facilitator has stopped answers for the moment. */
  locked: boolean
  /** An outcome is decided: the answer stays as it was judged. */
  decided: boolean
  isNew: boolean
  /** Seconds between two new answers of one person; 0 is no limit. */
  slowSeconds: number
  secondsSinceLast: number | undefined
}
export type AnswerRefusal = { reason: 'ended' | 'closed' | 'locked' } | { reason: 'slow'; seconds: number }

/** Why this answer may not be saved now; undefined when it may. */
export function refusalOf(facts: AnswerFacts): AnswerRefusal | undefined {
  if (facts.ended) return { reason: 'ended' }
  if (facts.promptState !== 'open' || facts.decided) return { reason: 'closed' }
  if (facts.locked) return { reason: 'locked' }
  const wait = facts.isNew && facts.secondsSinceLast !== undefined ? facts.slowSeconds - facts.secondsSinceLast : 0
  return wait > 0 ? { reason: 'slow', seconds: Math.ceil(wait) } : undefined
}

const LINK = /(?:https?:\/\/|www\.)\S|\b[a-z0-9-]+\.(?:com|net|org|it|eu|info|me|ly|ru|cn|io|top|xyz)\b(?!@)/iu
const EMAIL = /\S+@\S+/g

export type HoldFacts = { body: string; holdLinks: boolean; holdFirst: boolean; hasShownBefore: boolean }

/** Why a facilitator reads it before the others. */
export function holdReason({ body, holdLinks, holdFirst, hasShownBefore }: HoldFacts): 'link' | 'first' | undefined {
  if (holdLinks && LINK.test(body.replaceAll(EMAIL, ' '))) return 'link'
  return holdFirst && !hasShownBefore ? 'first' : undefined
}
