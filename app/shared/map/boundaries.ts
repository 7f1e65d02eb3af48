import { z } from 'zod'
import type { Point, Ring } from './geometry.ts'
import { project } from './mosaic.ts'

const position = z.tuple([z.number(), z.number()]).rest(z.number())
const polygon = z.array(z.array(position).min(4))
const feature = z.object({
  properties: z.object({ istat_code: z.string().regex(/^\d{6}$/) }),
  geometry: z.discriminatedUnion('type', [
    z.object({ type: z.literal('Polygon'), coordinates: polygon }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon) }),
  ]),
})
const collection = z.object({
  type: z.literal('FeatureCollection'),
  attribution: z.string().max(300).optional(),
  features: z.array(feature),
})

export type Boundaries = { areas: Map<string, Ring[]>; attribution: string | undefined }

/** Reads a GeoJSON of municipalities (property `istat_code`) onto the map's plane. Throws on anything else. */
export function readBoundaries(json: unknown): Boundaries {
  const { features, attribution } = collection.parse(json)
  const areas = new Map<string, Ring[]>()
  for (const { properties, geometry } of features) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    const rings = polygons.flatMap((one) => one.map((ring) => ring.slice(0, -1).map(([lon, lat]): Point => project({ lat, lon }))))
    areas.set(properties.istat_code, [...(areas.get(properties.istat_code) ?? []), ...rings])
  }
  return { areas, attribution }
}
