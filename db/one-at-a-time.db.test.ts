import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { oneAtATime } from './one-at-a-time.ts'

const { url } = await useTestDatabase()

test('parts that start together do the first work one after the other, also when one of them fails', async () => {
  const steps: string[] = []
  const part = (name: string, fails = false) =>
    oneAtATime(url, 'a name', async () => {
      steps.push(`${name} begins`)
      await wait(50)
      steps.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    })
  const results = await Promise.allSettled([part('web'), part('collab', true), part('worker')])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  for (let place = 0; place < steps.length; place += 2) expect(steps[place + 1]).toBe(steps[place]?.replace('begins', 'ends'))
})
