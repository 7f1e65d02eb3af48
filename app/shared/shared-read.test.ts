import { expect, it } from 'vitest'
import { sharedRead } from './shared-read.ts'

it('shares one read among those who ask while another one runs', async () => {
  const ends: (() => void)[] = []
  let begun = 0
  const read = sharedRead(() => new Promise<number>((resolve) => ends.push(() => resolve(begun))).finally(() => undefined))
  const counted = () => {
    begun = ends.length
    return read()
  }
  const first = counted()
  const others = [counted(), counted(), counted()]
  ends[0]?.()
  await first
  await Promise.resolve()
  expect(ends).toHaveLength(2)
  ends[1]?.()
  await Promise.all(others)
  expect(ends).toHaveLength(2)
})
