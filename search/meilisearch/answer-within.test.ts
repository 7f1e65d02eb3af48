import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { answerWithin } from './answer-within.ts'

it('an answer in time is the answer, its failure its failure', async () => {
  expect(await answerWithin(1_000, Promise.resolve(1))).toBe(1)
  await expect(answerWithin(1_000, Promise.reject(new Error('no')))).rejects.toThrow('no')
})

it('a late answer is none, so that the other engine is asked, and its failure later troubles nobody', async () => {
  const late = wait(60).then(() => Promise.reject(new Error('too late anyway')))
  await expect(answerWithin(10, late)).rejects.toThrow('longer than 10 ms')
  await wait(80)
})
