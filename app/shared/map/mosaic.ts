import { Delaunay } from 'd3-delaunay'
import type { Point, Ring } from './geometry.ts'

export type Place = { code: string; lat: number; lon: number }

/** Municipalities on islands: drawn apart, each with the land around it only (ISTAT codes). */
const archipelagos: readonly { codes: readonly string[]; radiusKm: number }[] = [
  { codes: ['049003', '049004', '049010', '049011', '049013', '049014', '049021'], radiusKm: 5 }, // Elba
  { codes: ['049005'], radiusKm: 3.5 }, // Capraia
  { codes: ['053012'], radiusKm: 3.5 }, // Giglio
]
/** How far from its town hall a municipality reaches where nobody is beside it. */
const MAINLAND_RADIUS_KM = 14
const KM_PER_DEGREE = 111.2

/** Kilometres east and south of a fixed corner: true to scale at Tuscany's latitude, y downwards as on a screen. */
export const project = ({ lat, lon }: { lat: number; lon: number }): Point => [
  (lon - 9.6) * KM_PER_DEGREE * Math.cos((43.4 * Math.PI) / 180),
  (44.6 - lat) * KM_PER_DEGREE,
]

/**
 * A mosaic of the municipalities where no boundaries are at hand: each gets the points nearest to its town hall,
 * rounded off at the coast and the region's border. Schematic on purpose; the page says so.
 */
export function mosaic(places: readonly Place[]): Map<string, Ring[]> {
  const onIsland = new Set(archipelagos.flatMap((group) => group.codes))
  const mainland = places.filter((place) => !onIsland.has(place.code))
  const groups = [
    { places: mainland, radiusKm: MAINLAND_RADIUS_KM },
    ...archipelagos.map(({ codes, radiusKm }) => ({ places: places.filter((place) => codes.includes(place.code)), radiusKm })),
  ]
  return new Map(groups.flatMap((group) => cellsOf(group.places, group.radiusKm)))
}

function cellsOf(places: readonly Place[], radius: number): [string, Ring[]][] {
  const points = places.map(project)
  if (points.length === 0) return []
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const margin = 2 * radius
  const frame: [number, number, number, number] = [
    Math.min(...xs) - margin,
    Math.min(...ys) - margin,
    Math.max(...xs) + margin,
    Math.max(...ys) + margin,
  ]
  const voronoi = Delaunay.from(points.map(([x, y]): [number, number] => [x, y])).voronoi(frame)
  return places.map((place, i) => {
    const cell = (voronoi.cellPolygon(i) ?? []).slice(0, -1).map(([x, y]): Point => [x, y])
    return [place.code, [clipToCircle(cell, points[i] ?? [0, 0], radius)]]
  })
}

/** The part of a convex ring inside a circle. On the line between two centres both circles cut at the same point. */
export function clipToCircle(ring: Ring, centre: Point, radius: number): Ring {
  const inside = ring.flatMap((from, i) => chord(from, ring[(i + 1) % ring.length] ?? from, centre, radius))
  if (inside.length === 0) return arc(centre, radius, 0, 2 * Math.PI)
  return inside.flatMap(([from, to], i) => {
    const following = inside[(i + 1) % inside.length]?.[0] ?? from
    const joined = Math.hypot(to[0] - following[0], to[1] - following[1]) < 1e-6
    return joined ? [from] : [from, to, ...arc(centre, radius, angle(to, centre), angle(following, centre)).slice(1)]
  })
}

const angle = (point: Point, centre: Point): number => Math.atan2(point[1] - centre[1], point[0] - centre[0])

/** Points on a circle from one angle to another, in the direction d3-delaunay walks its cells (angles grow). */
function arc([cx, cy]: Point, radius: number, from: number, to: number): Point[] {
  const sweep = to > from ? to - from : to - from + 2 * Math.PI
  const steps = Math.max(1, Math.ceil(sweep / 0.5))
  return Array.from({ length: steps }, (_, i): Point => {
    const at = from + (sweep * i) / steps
    return [cx + radius * Math.cos(at), cy + radius * Math.sin(at)]
  })
}

/** The part of a segment inside a circle, as at most one segment. */
function chord(from: Point, to: Point, [cx, cy]: Point, radius: number): [Point, Point][] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const [fx, fy] = [from[0] - cx, from[1] - cy]
  const a = dx * dx + dy * dy
  const b = fx * dx + fy * dy
  const root = b * b - a * (fx * fx + fy * fy - radius * radius)
  if (a === 0 || root <= 0) return []
  const [enter, leave] = [Math.max(0, (-b - Math.sqrt(root)) / a), Math.min(1, (-b + Math.sqrt(root)) / a)]
  if (enter >= leave) return []
  const at = (share: number): Point => (share === 0 ? from : share === 1 ? to : [from[0] + share * dx, from[1] + share * dy])
  return [[at(enter), at(leave)]]
}
