import { similarSize, type SizedPlace } from '#app/territories/places-like.ts'

/** Why another sheet is like this one, the strongest first; the page says it in these words. */
export const likenesses = ['kind', 'theme', 'size', 'zone', 'province', 'target'] as const
export type Likeness = (typeof likenesses)[number]

export type Compared = { id: string; kinds: string[]; themes: string[]; targets: string[]; places: SizedPlace[]; weight: number }

/** What counts for how much. A shared kind says most; a place of the same size has the same means. */
const weights: Record<Likeness, number> = { kind: 3, theme: 1, target: 1, size: 2, zone: 1, province: 1 }

const shared = (a: readonly string[], b: readonly string[]): number => a.filter((one) => b.includes(one)).length
const anyPair = (a: readonly SizedPlace[], b: readonly SizedPlace[], alike: (x: SizedPlace, y: SizedPlace) => boolean): boolean =>
  a.some((x) => b.some((y) => alike(x, y)))

/** How alike two sheets are and why. Total; symmetrical. */
export function likenessOf(a: Compared, b: Compared): { score: number; reasons: Likeness[] } {
  const found: Record<Likeness, number> = {
    kind: shared(a.kinds, b.kinds),
    theme: shared(a.themes, b.themes),
    target: shared(a.targets, b.targets),
    size: Number(anyPair(a.places, b.places, (x, y) => similarSize(x.population, y.population))),
    zone: Number(anyPair(a.places, b.places, (x, y) => x.zoneId !== null && x.zoneId === y.zoneId)),
    province: Number(anyPair(a.places, b.places, (x, y) => x.provinceId !== null && x.provinceId === y.provinceId)),
  }
  const score = likenesses.reduce((sum, reason) => sum + weights[reason] * found[reason], 0)
  // In one zone means in one province nearly always: the narrower word is enough.
  return { score, reasons: likenesses.filter((reason) => found[reason] > 0 && !(reason === 'province' && found.zone > 0)) }
}

/** True when both happen in one municipality: that is not elsewhere. */
export const samePlace = (a: Compared, b: Compared): boolean => anyPair(a.places, b.places, (x, y) => x.id === y.id)
