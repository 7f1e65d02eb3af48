/** Someone who has this text open. Name and colour come from the server, which owns them. */
export type Present = { id: string; name: string; color: string; self: boolean }

const colour = /^#[0-9a-f]{6}$/i

/**
 * People present, from what each connection announces: one entry for each person, however many windows they have
 * open; oneself first, then by name.
 */
export function presentPeople(states: { clientId: number; [key: string]: unknown }[], ownClient: number): Present[] {
  const people = new Map<string, Present>()
  for (const { clientId, user } of states) {
    const { id, name, color } = (typeof user === 'object' && user !== null ? user : {}) as Record<string, unknown>
    if (typeof name !== 'string' || name === '') continue
    const key = typeof id === 'string' ? id : name
    const self = clientId === ownClient || people.get(key)?.self === true
    people.set(key, { id: key, name, color: typeof color === 'string' && colour.test(color) ? color : '#17324d', self })
  }
  return [...people.values()].sort((one, other) => Number(other.self) - Number(one.self) || one.name.localeCompare(other.name))
}

/** Up to two letters for a small round badge: "Maria Grazia Rossi" → "MR". */
export function initials(name: string): string {
  const words = name.split(/[^\p{Letter}\p{Number}\p{Mark}'’]+/u).filter(Boolean)
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : '']
  return [first, last]
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase()
}
