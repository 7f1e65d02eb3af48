/**
 * Answers that could not be sent yet. They are on the device only until they are: sent with the key they were written
 * with, so that they are stored once however often they go; gone when their author leaves or the code ends.
 */
const place = 'cc-answers'

export type Waiting = { url: string; fields: [string, string][] }
type Kept = { who: string; answers: Record<string, Waiting> }

export type Sent = { ok: true; words: string } | { ok: false; reason: string; words: string }

function read(who: string): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? '') as Kept
    if (kept.who === who && typeof kept.answers === 'object') return kept
  } catch {
    // nothing kept, or nothing we can read: start afresh
  }
  return { who, answers: {} }
}

function write(kept: Kept): void {
  if (Object.keys(kept.answers).length === 0) localStorage.removeItem(place)
  else localStorage.setItem(place, JSON.stringify(kept))
}

/** Forgets everything that waits. */
export const clearQueue = (): void => localStorage.removeItem(place)

/** What waits under this key. */
export const waitingFor = (who: string, key: string): Waiting | undefined => read(who).answers[key]

/** Keeps the last words of an answer until they can be sent. */
export function keepWaiting(who: string, key: string, waiting: Waiting): void {
  const kept = read(who)
  kept.answers[key] = waiting
  write(kept)
}

function forget(who: string, key: string): void {
  const kept = read(who)
  delete kept.answers[key]
  write(kept)
}

/** Sends one answer. Undefined when there is no network: then it waits here. */
export async function sendAnswer(who: string, url: string, form: FormData): Promise<Sent | undefined> {
  const fields = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const key = String(form.get('key'))
  let sent: Sent | undefined
  try {
    const response = await fetch(url, { method: 'POST', body: form, signal: AbortSignal.timeout(30_000) })
    if (response.headers.get('Content-Type')?.includes('json')) sent = (await response.json()) as Sent
  } catch {
    // no network, or too slow a one: as without
  }
  if (!sent) {
    keepWaiting(who, key, { url, fields })
    return undefined
  }
  if (sent.ok || !['slow', 'too-many', 'locked'].includes(sent.reason)) forget(who, key)
  else keepWaiting(who, key, { url, fields })
  if (!sent.ok && sent.reason === 'ended') clearQueue()
  return sent
}

/** Sends what waits, one after the other, while there is a network. True when nothing waits any more. */
export async function sendQueue(who: string): Promise<boolean> {
  for (const { url, fields } of Object.values(read(who).answers)) {
    const form = new FormData()
    for (const [name, value] of fields) form.append(name, value)
    if (!(await sendAnswer(who, url, form))) return false
  }
  return Object.keys(read(who).answers).length === 0
}
