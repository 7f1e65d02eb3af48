import { describe, expect, test } from 'vitest'
import { nextLook, type RoomFacts, saveStateOf } from './save-state.ts'

const now = 1_000_000
const facts = (given: Partial<RoomFacts> = {}): RoomFacts => ({
  link: 'open',
  synced: true,
  unsaved: 0,
  unsavedSince: undefined,
  changedAt: now - 60_000,
  savedAt: now - 60_000,
  signedOut: false,
  ...given,
})

describe('the line about saving', () => {
  test.each<[string, Partial<RoomFacts>, object]>([
    ['says saved, and when, once everything is acknowledged', {}, { kind: 'saved', at: now - 60_000 }],
    ['never says saved while a change waits', { unsaved: 1, unsavedSince: now - 5, changedAt: now - 5 }, { kind: 'saving' }],
    ['waits for a pause before it says saved again', { changedAt: now - 300, savedAt: now - 290 }, { kind: 'saving' }],
    [
      'says that saving fails when nothing is acknowledged for ten seconds',
      { unsaved: 3, unsavedSince: now - 10_001 },
      { kind: 'failing', changes: 3 },
    ],
    [
      'counts what is only here when the line is down',
      { link: 'closed', unsaved: 4, unsavedSince: now - 90_000 },
      { kind: 'offline', changes: 4 },
    ],
    ['says that nothing is lost when the line is down and all was saved', { link: 'closed' }, { kind: 'offline', changes: 0 }],
    [
      'tells a session that ended from a line that is down',
      { link: 'closed', signedOut: true, unsaved: 2 },
      { kind: 'signed-out', changes: 2 },
    ],
    ['says nothing about saving before the text has come', { synced: false, savedAt: undefined }, { kind: 'connecting' }],
    ['says saving when words wait for the connection', { link: 'connecting', unsaved: 2, unsavedSince: now - 50 }, { kind: 'saving' }],
  ])('%s', (_title, given, expected) => {
    expect(saveStateOf(facts(given), now)).toEqual(expected)
  })

  test('looks again exactly when time alone would change it', () => {
    expect(nextLook(facts(), now)).toBeUndefined()
    expect(nextLook(facts({ changedAt: now - 300 }), now)).toBe(400)
    expect(nextLook(facts({ unsaved: 1, unsavedSince: now - 4_000 }), now)).toBe(6_001)
    expect(nextLook(facts({ link: 'closed', unsaved: 1, unsavedSince: now - 9_000 }), now)).toBeUndefined()
  })

  test('counts what is only here at a pause, not at every key', () => {
    const offline = facts({ link: 'closed', unsaved: 9, unsavedSince: now - 5_000, changedAt: now - 20 })
    const shown = { kind: 'offline', changes: 4 } as const
    expect(saveStateOf(offline, now, shown)).toEqual(shown)
    expect(saveStateOf(offline, now + 1_000, shown)).toEqual({ kind: 'offline', changes: 9 })
    expect(saveStateOf(offline, now, { kind: 'saving' })).toEqual({ kind: 'offline', changes: 9 })
  })
})
