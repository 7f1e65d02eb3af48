/** Plane geometry for the server-made map. Rings are closed implicitly: the last point is not the first one again. */
export type Point = readonly [x: number, y: number]
export type Ring = readonly Point[]

const keyOf = (point: Point): string => `${point[0]},${point[1]}`

/** Rounds to whole units and drops points that fell together; rings that collapse disappear. */
export function snap(rings: readonly Ring[]): Ring[] {
  return rings
    .map((ring) => {
      const points = ring.map(([x, y]): Point => [Math.round(x), Math.round(y)])
      return points.filter(
        (point, i) => keyOf(point) !== keyOf(points[(i + points.length - 1) % points.length] ?? point) || points.length === 1,
      )
    })
    .filter((ring) => ring.length >= 3)
}

/**
 * The outline of several areas together: an edge walked in both directions lies between two of them and goes away,
 * the rest is chained to rings. Neighbours must share their points exactly.
 */
export function dissolve(rings: readonly Ring[]): Ring[] {
  const edges = new Map<string, { from: Point; to: Point }>()
  for (const ring of rings.map(counterClockwise)) {
    ring.forEach((from, i) => {
      const to = ring[(i + 1) % ring.length] ?? from
      const back = `${keyOf(to)} ${keyOf(from)}`
      if (edges.has(back)) edges.delete(back)
      else edges.set(`${keyOf(from)} ${keyOf(to)}`, { from, to })
    })
  }
  return chain([...edges.values()])
}

function chain(edges: { from: Point; to: Point }[]): Ring[] {
  const leaving = new Map<string, Point[]>()
  for (const { from, to } of edges) leaving.set(keyOf(from), [...(leaving.get(keyOf(from)) ?? []), to])
  const rings: Ring[] = []
  for (const { from } of edges) {
    const ring: Point[] = []
    for (let at: Point | undefined = from; at; at = leaving.get(keyOf(at))?.pop()) ring.push(at)
    // The walk ends where it began: that point is there twice.
    if (ring.length > 3) rings.push(ring.slice(0, -1))
  }
  return rings
}

/** Twice the signed area, positive for counter-clockwise rings in a plane whose y grows upwards. */
export function signedArea(ring: Ring): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)
}

const counterClockwise = (ring: Ring): Ring => (signedArea(ring) < 0 ? [...ring].reverse() : ring)

/** Points of a curve that matter at this tolerance (Douglas–Peucker). The ends stay. */
export function straighten(points: readonly Point[], tolerance: number): Point[] {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 3) return [...points]
  let worst = 0
  let at = 0
  points.forEach((point, i) => {
    const away = distanceToLine(point, first, last)
    if (away > worst) [worst, at] = [away, i]
  })
  if (worst <= tolerance) return [first, last]
  return [...straighten(points.slice(0, at + 1), tolerance).slice(0, -1), ...straighten(points.slice(at), tolerance)]
}

function distanceToLine([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = Math.hypot(bx - ax, by - ay)
  if (length === 0) return Math.hypot(x - ax, y - ay)
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
}

/**
 * Simplifies all areas of a map together, so that neighbours still share their borders: rings are cut where three
 * borders meet, and each piece is straightened once, in one direction.
 */
export function simplifyTogether(areas: ReadonlyMap<string, readonly Ring[]>, tolerance: number): Map<string, Ring[]> {
  const neighbours = new Map<string, Set<string>>()
  for (const ring of [...areas.values()].flat())
    ring.forEach((point, i) => {
      const set = neighbours.get(keyOf(point)) ?? new Set<string>()
      for (const step of [1, ring.length - 1]) set.add(keyOf(ring[(i + step) % ring.length] ?? point))
      neighbours.set(keyOf(point), set)
    })
  const isJunction = (point: Point): boolean => (neighbours.get(keyOf(point))?.size ?? 0) !== 2
  return new Map(
    [...areas].map(([id, rings]) => [
      id,
      rings.map((ring) => simplifyRing(ring, isJunction, tolerance)).filter((ring) => ring.length >= 3),
    ]),
  )
}

function simplifyRing(ring: Ring, isJunction: (point: Point) => boolean, tolerance: number): Ring {
  // An island has no junction: it is cut at two fixed points, the same ones whoever walks it.
  const least = (best: number, point: Point, i: number) => (keyOf(point) < keyOf(ring[best] ?? point) ? i : best)
  const start = ring.findIndex(isJunction) >= 0 ? ring.findIndex(isJunction) : ring.reduce(least, 0)
  const turned = [...ring.slice(start), ...ring.slice(0, start)]
  const cuts = turned.flatMap((point, i) => (i > 0 && isJunction(point) ? [i] : []))
  if (cuts.length === 0) cuts.push(Math.floor(turned.length / 2))
  const ends = [0, ...cuts, turned.length]
  return ends.slice(0, -1).flatMap((from, i) => {
    const piece = [...turned.slice(from, ends[i + 1]), turned[(ends[i + 1] ?? 0) % turned.length] ?? [0, 0]] as Point[]
    const backwards = keyOf(piece[0] ?? [0, 0]) > keyOf(piece.at(-1) ?? [0, 0])
    const straight = straighten(backwards ? [...piece].reverse() : piece, tolerance)
    return (backwards ? straight.reverse() : straight).slice(0, -1)
  })
}

/** Path data with relative whole-number steps: the shortest spelling of a shape. Give snapped rings. */
export function pathData(rings: readonly Ring[]): string {
  let at: Point = [0, 0]
  return rings
    .map((ring) => {
      const steps = ring.map((point, i) => {
        const step: Point = [point[0] - at[0], point[1] - at[1]]
        at = point
        return `${i === 0 || step[0] < 0 ? '' : ' '}${step[0]}${step[1] < 0 ? '' : ' '}${step[1]}`
      })
      at = ring[0] ?? at
      return `m${steps.join('')}z`
    })
    .join('')
}
