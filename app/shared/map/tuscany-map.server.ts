import { promises as fs } from 'node:fs'
import path from 'node:path'
import { once } from '../once.ts'
import { type Boundaries, readBoundaries } from './boundaries.ts'
import { dissolve, pathData, type Ring, simplifyTogether, snap } from './geometry.ts'
import { mosaic, type Place } from './mosaic.ts'

/** Whole units of about a pixel: finer ones cost bytes (273 outlines in 15 KB) and are not seen. */
const WIDTH = 480
const TOLERANCE = 2.1

export type TuscanyMap = {
  width: number
  height: number
  /** Outline of several municipalities (ISTAT codes) as path data. */
  outline: (codes: readonly string[]) => string
  /** True when drawn from imported boundaries, false for the schematic mosaic. */
  exact: boolean
  attribution: string | undefined
}

type Cached = { stamp: string; map: TuscanyMap }

/**
 * The map of the municipalities: from DATA_DIR/boundaries.geojson when it is there, else a mosaic of their coordinates.
 * Kept until the file or the number of places changes.
 */
export async function tuscanyMap(dataDir: string, places: readonly Place[]): Promise<TuscanyMap> {
  const file = path.join(dataDir, 'boundaries.geojson')
  const stamp = `${places.length} ${await modified(file)}`
  const cache = once<{ current?: Cached }>('tuscany-map', () => ({}))
  if (cache.current?.stamp === stamp) return cache.current.map
  const boundaries = stamp.endsWith(' 0') ? undefined : readBoundaries(JSON.parse(await fs.readFile(file, 'utf8')))
  const map = draw(boundaries, places)
  cache.current = { stamp, map }
  return map
}

async function modified(file: string): Promise<number> {
  try {
    return (await fs.stat(file)).mtimeMs
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0
    throw error
  }
}

/** Scales to the drawing, simplifies borders together and joins on request. */
export function draw(boundaries: Boundaries | undefined, places: readonly Place[]): TuscanyMap {
  const areas = boundaries?.areas ?? mosaic(places)
  const points = [...areas.values()].flat(2)
  // Not Math.min(...): imported boundaries have more points than a call takes arguments.
  const bounds = points.reduce(
    (box, [x, y]) => ({
      left: Math.min(box.left, x),
      top: Math.min(box.top, y),
      right: Math.max(box.right, x),
      bottom: Math.max(box.bottom, y),
    }),
    { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity },
  )
  const scale = points.length === 0 ? 1 : (WIDTH - 4) / (bounds.right - bounds.left)
  const scaled = new Map<string, Ring[]>(
    [...areas].map(([code, rings]) => [
      code,
      rings.map((ring) => ring.map(([x, y]) => [2 + (x - bounds.left) * scale, 2 + (y - bounds.top) * scale] as const)),
    ]),
  )
  const simple = new Map([...(boundaries ? simplifyTogether(scaled, TOLERANCE) : scaled)].map(([code, rings]) => [code, snap(rings)]))
  return {
    width: WIDTH,
    height: points.length === 0 ? WIDTH : Math.ceil((bounds.bottom - bounds.top) * scale) + 4,
    outline: remembered((codes) =>
      pathData(codes.length === 1 ? (simple.get(codes[0] ?? '') ?? []) : dissolve(codes.flatMap((code) => simple.get(code) ?? []))),
    ),
    exact: boundaries !== undefined,
    attribution: boundaries?.attribution,
  }
}

const REMEMBERED = 1_000

/** Outlines are asked for again on every page: joining 273 municipalities takes longer than the rest of a page. */
function remembered(outline: (codes: readonly string[]) => string): (codes: readonly string[]) => string {
  const made = new Map<string, string>()
  return (codes) => {
    const key = codes.join()
    const known = made.get(key)
    if (known !== undefined) return known
    if (made.size >= REMEMBERED) made.clear()
    const path = outline(codes)
    made.set(key, path)
    return path
  }
}
