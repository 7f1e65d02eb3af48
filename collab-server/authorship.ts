import type { Authorship, Removal } from '#app/documents/log/append-updates.server.ts'
import type { Share } from './gate.ts'

/** A contributor is noted again after this time. */
const noteEveryMs = 60_000
/** Contributors to note, client ids taken into use and what participants removed, in the same commit as the rows. */
export function authorshipOf(shares: readonly Share[], rows: readonly { removals: readonly Removal[] }[]): Authorship {
  const now = performance.now()
  const contributors = []
  const clients = []
  for (const { room, gate, accepted } of shares) {
    for (const personId of new Set(accepted.map((one) => one.link.person.id))) {
      if (now - (room.noted.get(personId) ?? -Infinity) < noteEveryMs) continue
      room.noted.set(personId, now)
      contributors.push({ ...room.ref, personId })
    }
    for (const [clientId, personId] of gate.claims) clients.push({ ...room.ref, clientId, personId })
  }
  return { contributors, clients, removals: rows.flatMap(({ removals }) => removals) }
}
