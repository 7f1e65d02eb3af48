import { expect, it } from 'vitest'
import type { Counted } from './counts-sql.ts'
import { keepCounts } from './kept-counts.ts'

const counted = (n: number): Counted => ({ n, sets: [], counts: [], ids: null, newest: null })

it('what was counted is counted once while the index is the same, and anew when it changed', async () => {
  const kept = keepCounts(10)
  let times = 0
  const ask = (version: string, question: string) => kept.get(version, question, () => Promise.resolve(counted((times += 1))))
  expect([(await ask('1', 'casa')).n, (await ask('1', 'casa')).n, (await ask('1', 'patti')).n]).toEqual([1, 1, 2])
  expect([(await ask('2', 'casa')).n, (await ask('2', 'patti')).n]).toEqual([3, 4])
})

it('what was counted under an older version is not kept for the newer one', async () => {
  const kept = keepCounts(10)
  const slow = kept.get('1', 'casa', async () => {
    await kept.get('2', 'other', () => Promise.resolve(counted(0)))
    return counted(1)
  })
  expect((await slow).n).toBe(1)
  expect((await kept.get('2', 'casa', () => Promise.resolve(counted(2)))).n).toBe(2)
})

it('the question that was not asked for the longest time is forgotten first', async () => {
  const kept = keepCounts(2)
  const made: string[] = []
  const ask = (question: string) => kept.get('1', question, () => Promise.resolve(counted(made.push(question))))
  for (const question of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(question)
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})
