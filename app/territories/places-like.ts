/** A municipality as far as likeness goes: how many live there, and what it belongs to. */
export type SizedPlace = { id: string; population: number | null; zoneId: string | null; provinceId: string | null }

/** Up to twice as many people, or as few as half: an office of about the same size, with about the same means. */
const SIMILAR_RATIO = 2

/** True when two municipalities are of similar size. Total: without a known population nothing is similar. */
export function similarSize(a: number | null, b: number | null): boolean {
  if (!a || !b) return false
  return Math.max(a, b) / Math.min(a, b) <= SIMILAR_RATIO
}

/**
 * The municipalities most like this one in size, the nearest first, itself left out. A filter takes 50 values, so that
 * no more than `most` are worth naming.
 */
export function placesOfSimilarSize(place: SizedPlace, all: readonly SizedPlace[], most: number): SizedPlace[] {
  const distance = (other: SizedPlace) => Math.abs(Math.log((other.population ?? 1) / (place.population ?? 1)))
  return all
    .filter((other) => other.id !== place.id && similarSize(place.population, other.population))
    .sort((a, b) => distance(a) - distance(b) || (a.id < b.id ? -1 : 1))
    .slice(0, most)
}
