/** What the live connection knows; times are milliseconds. */
export type RoomFacts = {
  /** `open` once the server let us in. */
  link: 'connecting' | 'open' | 'closed'
  /** True when the first exchange of the text is done. */
  synced: boolean
  /** Changes made here that the server has not acknowledged as written to disk. */
  unsaved: number
  /** When the oldest of them was made. */
  unsavedSince: number | undefined
  changedAt: number
  savedAt: number | undefined
  /** The session ended meanwhile: words stay here until the person signs in again. */
  signedOut: boolean
}

export type SaveState =
  | { kind: 'connecting' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  | { kind: 'offline'; changes: number }
  | { kind: 'signed-out'; changes: number }
  | { kind: 'failing'; changes: number }

/** Silence after the last change before "saved" is said again: one pause of the hand, not every key. */
const pause = 700
/** Connected, and still nothing acknowledged: something is wrong that waiting alone does not mend. */
const patience = 10_000

/**
 * The truth about one's words. "Saved" only when the server acknowledged every change, that is, wrote it to disk;
 * a new change ends it at once, and it comes back only after a pause, so that the line does not flicker while typing.
 */
export function saveStateOf(facts: RoomFacts, now: number, shown?: SaveState): SaveState {
  const state = stateNow(facts, now)
  // Counts are told at a pause, not at every key: the line is read aloud.
  const typing = now - facts.changedAt < pause
  return typing && shown && shown.kind === state.kind && 'changes' in shown && shown.changes > 0 ? shown : state
}

function stateNow(facts: RoomFacts, now: number): SaveState {
  const { link, unsaved, savedAt } = facts
  if (link === 'closed') return { kind: facts.signedOut ? 'signed-out' : 'offline', changes: unsaved }
  if (facts.unsavedSince !== undefined && now - facts.unsavedSince > patience) return { kind: 'failing', changes: unsaved }
  if (link === 'connecting' || !facts.synced) return unsaved > 0 ? { kind: 'saving' } : { kind: 'connecting' }
  if (unsaved > 0 || savedAt === undefined || now - facts.changedAt < pause) return { kind: 'saving' }
  return { kind: 'saved', at: savedAt }
}

/** When the state would change by time alone, in milliseconds from now; undefined when only an event changes it. */
export function nextLook(facts: RoomFacts, now: number): number | undefined {
  const rest = pause - (now - facts.changedAt)
  if (rest > 0) return rest
  if (facts.link === 'closed' || facts.unsavedSince === undefined) return undefined
  const patienceLeft = patience - (now - facts.unsavedSince)
  return patienceLeft >= 0 ? patienceLeft + 1 : undefined
}
