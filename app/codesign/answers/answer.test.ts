import { expect, it } from 'vitest'
import { type AnswerFacts, type HoldFacts, holdReason, refusalOf } from './answer.ts'

const fine: AnswerFacts = {
  ended: false,
  promptState: 'open',
  locked: false,
  decided: false,
  isNew: true,
  slowSeconds: 0,
  secondsSinceLast: undefined,
}

it.each<[Partial<AnswerFacts>, ReturnType<typeof refusalOf>]>([
  [{}, undefined],
  [{ ended: true, promptState: 'closed' }, { reason: 'ended' }],
  [{ promptState: 'closed' }, { reason: 'closed' }],
  [{ promptState: 'draft' }, { reason: 'closed' }],
  [{ decided: true, isNew: false }, { reason: 'closed' }],
  [{ locked: true }, { reason: 'locked' }],
  [
    { slowSeconds: 30, secondsSinceLast: 10.5 },
    { reason: 'slow', seconds: 20 },
  ],
  [{ slowSeconds: 30, secondsSinceLast: 30 }, undefined],
  [{ slowSeconds: 30, secondsSinceLast: 1, isNew: false }, undefined],
  [{ slowSeconds: 30 }, undefined],
])('an answer with %o is refused as %o', (facts, refusal) => {
  expect(refusalOf({ ...fine, ...facts })).toEqual(refusal)
})

const plain: HoldFacts = { body: 'Una casa vicino alla scuola', holdLinks: true, holdFirst: false, hasShownBefore: false }

it.each<[Partial<HoldFacts>, ReturnType<typeof holdReason>]>([
  [{}, undefined],
  [{ body: 'vedi https://example.org/x' }, 'link'],
  [{ body: 'vai su WWW.example.org' }, 'link'],
  [{ body: 'compra su casa-facile.top adesso' }, 'link'],
  [{ body: 'vedi https://example.org/x', holdLinks: false }, undefined],
  [{ body: 'scrivi a zia@example.org' }, undefined],
  [{ body: 'Fine.Inizio della via' }, undefined],
  [{ holdFirst: true }, 'first'],
  [{ holdFirst: true, hasShownBefore: true }, undefined],
])('an answer with %o is held as %s', (facts, reason) => {
  expect(holdReason({ ...plain, ...facts })).toBe(reason)
})
