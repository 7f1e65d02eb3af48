import { expect, it, vi } from 'vitest'
import { once } from '#app/shared/once.ts'
import { noteJoins, orderSince } from '../board/join-moments.server.ts'
import { changeEvents } from './change-events.server.ts'

const heardBy = (processId: string) => [...(once('watch-changes', () => new Map<string, Set<() => void>>()).get(processId) ?? [])]

it('a burst of changes reaches a board as one event, and nothing is left behind when it goes', async () => {
  vi.useFakeTimers()
  try {
    const gone = new AbortController()
    let people = 'nobody'
    const response = changeEvents({ about: 'here', presence: () => people, signal: gone.signal })
    expect(response.headers.get('Cache-Control')).toContain('no-transform')
    const reader = response.body!.getReader()
    const next = async () => new TextDecoder().decode((await reader.read()).value)
    expect(await next()).toBe('retry: 2000\n\n')
    const [hear] = heardBy('here')
    for (let i = 0; i < 1_000; i++) hear!()
    vi.advanceTimersByTime(250)
    expect(await next()).toBe('event: changed\ndata: 1\n\n')
    people = 'Airone'
    vi.advanceTimersByTime(2_250)
    expect(await next()).toBe('event: changed\ndata: 1\n\n')
    gone.abort()
    expect((await reader.read()).done).toBe(true)
    expect(heardBy('here')).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})

it('the board knows who came in after a moment, as long as one was watching', () => {
  noteJoins('p', 10, 1_000)
  noteJoins('p', 12, 61_000)
  noteJoins('p', 40, 121_000)
  expect(orderSince('p', 500)).toBeUndefined()
  expect(orderSince('p', 60_000)).toBe(11)
  expect(orderSince('p', 61_000)).toBe(13)
  expect(orderSince('p', 200_000)).toBe(41)
  noteJoins('p', 41, 61_000 + 3 * 3_600_000)
  expect(orderSince('p', 61_000)).toBeUndefined()
})
